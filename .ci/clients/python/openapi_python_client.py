"""Calls the API through the client of openapi-python-client."""

import sys

from openapi_python_client_client import Client
from openapi_python_client_client.api.code import get_status_code, get_status_code_picture
from openapi_python_client_client.api.codes import list_status_codes
from openapi_python_client_client.api.guide import get_comparison
from openapi_python_client_client.api.search import search_status_codes
from openapi_python_client_client.models import Problem

with Client(base_url=sys.argv[1]) as client:
    all = list_status_codes.sync(client=client)
    others = sum(len(code.other_uses or []) for code in all.codes)
    constants = [constant for code in all.codes for constant in code.constants or []]
    deprecated = sum(constant.deprecated is True for constant in constants)
    print(
        f"{all.license_}: {len(all.codes)} codes, {others} other uses, {len(constants)} constants, {deprecated} deprecated"
    )

    code = get_status_code.sync(404, client=client)
    print(f"{code.code} {code.reason_phrase}, {code.class_}, {code.state}: {code.summary}")
    print(f"retry {code.retry.advice}, checked {code.source.checked}")

    found = search_status_codes.sync(client=client, q="too many")
    print(f"{found.query}: {len(found.results)}, first {found.results[0].code}")

    pair = get_comparison.sync("302-vs-303", client=client)
    first = pair.codes[0]
    print(f"{pair.decision} {first.right_when}, method {first.redirect.method}: {first.meaning}")

    problem = get_status_code.sync(477, client=client)
    assert isinstance(problem, Problem)
    print(f"{problem.status} {problem.title}: {problem.detail}")

    picture = get_status_code_picture.sync(404, client=client).payload.read()
    print(f"{picture[1:4].decode()}, {len(picture)} bytes")
