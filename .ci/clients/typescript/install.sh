cp package.json "$TOOLS/typescript"
npm install --silent --prefix "$TOOLS/typescript"
