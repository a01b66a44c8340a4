"""Calls the API through the client of openapi-generator's python."""

import sys

from openapi_generator_client import ApiClient, CodeApi, CodesApi, Configuration, GuideApi, Problem, SearchApi
from openapi_generator_client.exceptions import NotFoundException

with ApiClient(Configuration(host=sys.argv[1])) as client:
    all = CodesApi(client).list_status_codes()
    others = sum(len(code.other_uses or []) for code in all.codes)
    constants = [constant for code in all.codes for constant in code.constants or []]
    deprecated = sum(constant.deprecated is True for constant in constants)
    print(
        f"{all.license}: {len(all.codes)} codes, {others} other uses, {len(constants)} constants, {deprecated} deprecated"
    )

    code = CodeApi(client).get_status_code(404)
    print(f"{code.code} {code.reason_phrase}, {code.var_class.value}, {code.state.value}: {code.summary}")
    print(f"retry {code.retry.advice}, checked {code.source.checked}")

    found = SearchApi(client).search_status_codes("too many")
    print(f"{found.query}: {len(found.results)}, first {found.results[0].code}")

    pair = GuideApi(client).get_comparison("302-vs-303")
    first = pair.codes[0]
    print(f"{pair.decision} {first.right_when}, method {first.redirect.method}: {first.meaning}")

    try:
        CodeApi(client).get_status_code(477)
    except NotFoundException as error:
        problem = error.data
        assert isinstance(problem, Problem)
        print(f"{problem.status} {problem.title}: {problem.detail}")

    picture = CodeApi(client).get_status_code_picture(404)
    print(f"{bytes(picture[1:4]).decode()}, {len(picture)} bytes")
