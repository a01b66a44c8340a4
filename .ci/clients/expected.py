"""Prints what every client prints: facts that a client loses if it does not understand the description."""

import json
import sys
from urllib.error import HTTPError
from urllib.request import urlopen


def get(path):
    try:
        with urlopen(sys.argv[1] + path) as response:
            return response.read()
    except HTTPError as error:
        return error.read()


all = json.loads(get("/codes.json"))
others = sum(len(code.get("otherUses", [])) for code in all["codes"])
constants = [constant for code in all["codes"] for constant in code.get("constants", [])]
deprecated = sum("deprecated" in constant for constant in constants)
print(f"{all['license']}: {len(all['codes'])} codes, {others} other uses, ", end="")
print(f"{len(constants)} constants, {deprecated} deprecated")

code = json.loads(get("/404.json"))
print("{code} {reasonPhrase}, {class}, {state}: {summary}".format(**code))
print(f"retry {code['retry']['advice']}, checked {code['source']['checked']}")

found = json.loads(get("/search.json?q=too%20many"))
print(f"{found['query']}: {len(found['results'])}, first {found['results'][0]['code']}")

pair = json.loads(get("/compare/302-vs-303.json"))
first = pair["codes"][0]
print(f"{pair['decision']} {first['rightWhen']}, method {first['redirect']['method']}: {first['meaning']}")

print("{status} {title}: {detail}".format(**json.loads(get("/477.json"))))

picture = get("/404.png")
print(f"{picture[1:4].decode()}, {len(picture)} bytes")
