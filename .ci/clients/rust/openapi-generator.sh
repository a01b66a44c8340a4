../openapi-generator --generator-name rust --output client --additional-properties packageName=client >&2
mkdir -p "$TOOLS/rust"
if [[ -e $TOOLS/rust/Cargo.lock ]]; then
  cp "$TOOLS/rust/Cargo.lock" .
fi
cargo run --quiet --target-dir "$TOOLS/rust/target" -- "$URL"
cp Cargo.lock "$TOOLS/rust" # so that the next run compiles only the client
