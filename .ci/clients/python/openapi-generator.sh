../openapi-generator --generator-name python --output . --additional-properties packageName=openapi_generator_client >&2
"$TOOLS/python/bin/python" -m compileall -q openapi_generator_client
"$TOOLS/python/bin/python" openapi_generator.py "$URL"
