go build -o "$TOOLS/go/" tool
