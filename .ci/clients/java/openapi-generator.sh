../openapi-generator --generator-name java --library native --output generated \
  --additional-properties invokerPackage=client,apiPackage=client.api,modelPackage=client.model \
  --additional-properties useJakartaEe=true,openApiNullable=false >&2
javac -nowarn -d classes -cp "$TOOLS/java/lib/*" -sourcepath generated/src/main/java OpenApiGenerator.java
java -cp "classes:$TOOLS/java/lib/*" OpenApiGenerator "$URL"
