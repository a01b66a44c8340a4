../openapi-generator --generator-name typescript-fetch --output clients/openapi-generator >&2
./call openapi-generator
