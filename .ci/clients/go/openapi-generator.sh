# By default this generator's Go refuses members that it does not know, and members may be added.
../openapi-generator --generator-name go --output openapi-generator/client \
  --additional-properties packageName=client,withGoMod=false,disallowAdditionalPropertiesIfNotPresent=false >&2
go run -trimpath ./openapi-generator "$URL"
