# The generator for all languages, and what its client for Java needs.
maven() { "$ROOT/mvnw" --batch-mode --quiet --file pom.xml "$@"; }
maven dependency:copy -DoutputDirectory="$TOOLS/java"
maven dependency:copy-dependencies -DoutputDirectory="$TOOLS/java/lib"
