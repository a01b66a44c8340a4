./tool openapi-ts --input "$OPENAPI" --output clients/hey-api --no-log-file >&2
./call hey-api
