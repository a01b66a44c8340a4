#!/usr/bin/env bash
# Fails where an executable needs a newer glibc than the one given, and names the symbols: needs-glibc.sh FILE VERSION
set -euo pipefail
file=$1
version=$2

needed=$(readelf --wide --version-info "$file" | sed -n 's/.*Name: GLIBC_\([^ ]*\).*/\1/p')
# What is no number, like ABI_DT_RELR of glibc 2.36, sorts behind every number.
newer=$(printf '%s\n' "$needed" "$version" | sort --version-sort --unique | sed "0,/^${version//./[.]}\$/d")
[[ $newer ]] || exit 0

echo "$file needs a newer glibc than $version:"
for name in $newer; do
  symbols=$(readelf --wide --dyn-syms "$file" | sed -n "s/.* \([^ ]*\)@GLIBC_$name\( .*\)\?\$/\1/p")
  echo "  GLIBC_$name: ${symbols//$'\n'/ }"
done
exit 1
