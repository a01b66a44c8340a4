mkdir -p clients
./tool openapi-typescript "$OPENAPI" --output clients/openapi-typescript.ts >&2
./call openapi-typescript
