"$TOOLS/go/ogen" --loglevel error --target ogen/client --package client "$OPENAPI"
go run -trimpath ./ogen "$URL"
