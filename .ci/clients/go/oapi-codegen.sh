mkdir oapi-codegen/client
"$TOOLS/go/oapi-codegen" -generate types,client -package client -o oapi-codegen/client/client.go "$OPENAPI"
go run -trimpath ./oapi-codegen "$URL"
