"$TOOLS/python/bin/openapi-python-client" generate --path "$OPENAPI" --config openapi-python-client.yaml --meta none \
  --output-path openapi_python_client_client >&2
"$TOOLS/python/bin/python" -m compileall -q openapi_python_client_client
"$TOOLS/python/bin/python" openapi_python_client.py "$URL"
