"""Puts the function behind a shared cache: Varnish, then gateway.py, then the bootstrap of target/function.zip."""

import http.client
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TYPES = {
    "html": "text/html;charset=UTF-8",
    "json": "application/json",
    "text": "text/plain;charset=UTF-8",
    "markdown": "text/markdown;charset=UTF-8",
    "csv": "text/csv;charset=UTF-8",
}
PROBLEM = "application/problem+json"
METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "BREW", "get"]

Answer = namedtuple("Answer", "status fields content")


def ask(port, path, method="GET", connection=None, **fields):
    """Sends the path and the fields as they are; a field's underscores are hyphens."""
    connection = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=15)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in fields.items()})
    response = connection.getresponse()
    return Answer(response.status, response.headers, response.read())


def is_hit(answer):
    """X-Varnish has the id of this request, and on a hit also that of the one which filled the cache."""
    return len(answer.fields["X-Varnish"].split()) == 2 and "Age" in answer.fields


def accepted():
    """Path, Accept and form: negotiation.csv where there are the four forms it counts on, else one type each."""
    table = [line.split("|") for line in (ROOT / "src/test/resources/negotiation.csv").read_text().splitlines()[1:]]
    cases = [(path, accept, form) for path in ("/404", "/4xx", "/compare/401-vs-403", "/choose") for accept, form in table]
    for path, forms in (("/", "html text markdown"), ("/codes", "html json text markdown csv")):
        cases += [(path, TYPES[form].split(";")[0], form) for form in forms.split()]
        cases.append((path, "image/png", "none"))
    return cases


@pytest.fixture(scope="session")
def caches(gateway, tmp_path_factory):
    """Starts a Varnish that sends a secret to the origin, with more VCL if given, and returns its port."""
    assert shutil.which("varnishd"), "Varnish is not installed"
    processes = []

    def start(secret, more=""):
        folder = tmp_path_factory.mktemp("varnish")
        vcl = folder / "edge.vcl"
        vcl.write_text(
            'vcl 4.1;\nbackend gateway { .host = "127.0.0.1"; .port = "%d"; }\ninclude "%s";\n%s'
            % (gateway, HERE / "cache.vcl", more)
        )
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        # No jail: another user could not enter the folder.
        command = ["varnishd", "-F", "-j", "none", "-n", folder / "work", "-a", f"127.0.0.1:{port}", "-f", vcl]
        process = subprocess.Popen(command, env={**os.environ, "EDGE_SECRET": secret})
        processes.append(process)
        for _ in range(100):
            assert process.poll() is None, "varnishd did not start: see the captured output"
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return port
            time.sleep(0.1)
        pytest.fail("varnishd does not listen")

    yield start
    for process in processes:
        process.terminate()
        process.wait()


@pytest.fixture(scope="session")
def edge(caches):
    """The port of a Varnish that sends the older of the two secrets."""
    return caches("old")


@pytest.fixture(scope="session")
def revalidating_edge(caches):
    """The port of a Varnish that after a second asks the origin whether its stored response is still current. A 304
    updates the headers of the stored response, as in every cache (RFC 9111, section 3.2)."""
    return caches(
        "old",
        """
        sub vcl_backend_response {
          set beresp.http.X-Revalidated = beresp.was_304;
          set beresp.ttl = 1s;
          set beresp.grace = 0s;
          set beresp.keep = 1h;
          return (deliver);
        }
        """,
    )


def test_forms_of_one_url_are_never_mixed_up(edge, gateway):
    cases = accepted()
    expected = {}
    for path, accept, form in cases:
        answer = ask(gateway, path, accept=accept, x_origin_verify="new")
        wanted = (406, PROBLEM) if form == "none" else (200, TYPES[form])
        assert (answer.status, answer.fields["Content-Type"]) == wanted, (path, accept)
        expected[path, accept] = answer
    seed = int(os.environ.get("SEED", time.time()))
    print("SEED =", seed)
    many = cases * 20
    random.Random(seed).shuffle(many)

    def check(case):
        path, accept, _ = case
        got, wanted = ask(edge, path, accept=accept), expected[path, accept]
        assert got.content == wanted.content, case
        for name in ("Content-Type", "ETag", "Vary", "Content-Location"):
            assert got.fields[name] == wanted.fields[name], case
        return is_hit(got)

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(check, many)) > len(many) / 2


@pytest.mark.parametrize("form", ["html", "json", "text", "markdown"])
def test_a_second_request_is_a_hit_and_head_after_get_too(edge, form):
    accept = TYPES[form] + ";v=" + form  # as no other test asks, so that the first is a miss
    answers = [ask(edge, "/404", method, accept=accept) for method in ("GET", "GET", "HEAD")]
    assert [is_hit(answer) for answer in answers] == [False, True, True]
    for answer in answers:
        assert (answer.status, answer.fields["Content-Type"]) == (200, TYPES[form])


@pytest.mark.parametrize("port", ["gateway", "edge"])
def test_head_is_like_get_without_content(request, port):
    port = request.getfixturevalue(port)
    # On one connection, where content after a HEAD would be taken for the beginning of the next answer.
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
    for path, status in (("/404", 200), ("/404.json", 200), ("/477", 404)):
        head, get = (ask(port, path, method, connection, x_origin_verify="old") for method in ("HEAD", "GET"))
        assert head.status == get.status == status
        assert int(head.fields["Content-Length"]) == len(get.content) > 0
        for name in ("Content-Type", "ETag", "Cache-Control", "Vary"):
            assert head.fields[name] == get.fields[name], name


@pytest.mark.parametrize("port", ["gateway", "edge"])
def test_who_has_the_form_gets_a_304(request, port):
    port = request.getfixturevalue(port)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
    tag = ask(port, "/404", connection=connection, accept="application/json", x_origin_verify="old").fields["ETag"]
    assert re.fullmatch('"[^"]+"', tag)
    for method in ("GET", "HEAD"):
        for known in (tag, "W/" + tag):
            fields = {"accept": "application/json", "x_origin_verify": "old", "if_none_match": known}
            answer = ask(port, "/404", method, connection, **fields)
            assert (answer.status, answer.content, answer.fields["ETag"]) == (304, b"", tag), known
            assert answer.fields["Content-Length"] is None
            assert answer.fields["Content-Type"] == "application/json"
            for name in ("Cache-Control", "Vary"):
                assert answer.fields[name], name
            other = ask(port, "/404", method, connection, **{**fields, "accept": "text/html"})
            assert other.status == 200, "the tag is that of another form"


@pytest.mark.parametrize("form", ["html", "json", "text", "markdown"])
def test_a_revalidation_by_the_cache_keeps_status_type_and_body(revalidating_edge, form):
    fields = {"accept": TYPES[form]}
    first = ask(revalidating_edge, "/404", **fields)
    assert (first.status, first.fields["Content-Type"], first.fields["X-Revalidated"]) == (200, TYPES[form], "false")
    time.sleep(1.1)
    for _ in range(2):  # the response that caused the revalidation, and the updated one from the cache
        answer = ask(revalidating_edge, "/404", **fields)
        assert answer.fields["X-Revalidated"] == "true", "the origin was not asked, or did not return 304"
        assert (answer.status, answer.content) == (200, first.content)
        for name in ("Content-Type", "ETag", "Cache-Control", "Vary", "Link", "Content-Location"):
            assert answer.fields[name] == first.fields[name], name


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "path, status, allow", [("/404", 405, "GET, HEAD, OPTIONS"), ("/404.json", 405, "GET, HEAD, OPTIONS"), ("/477", 404, None)]
)
def test_any_other_method_gets_an_error_of_the_function(edge, path, status, allow, method):
    answer = ask(edge, path, method)
    assert (answer.status, answer.fields["Allow"]) == (status, allow)
    assert "X-Varnish" in answer.fields, "Varnish piped it"
    assert ask(edge, path).status != 405, "GET got what is for another method"


@pytest.mark.parametrize("path", ["/477", "/477.json", "/nothing-here"])
def test_an_error_is_kept_for_a_minute_at_most(edge, path):
    answers = [ask(edge, path, accept="*/*;q=0.9") for _ in range(2)]
    for answer in answers:
        assert answer.status == 404
        seconds = [int(number) for number in re.findall(r"=(\d+)", answer.fields["Cache-Control"])]
        assert seconds and max(seconds) <= 60
    assert [is_hit(answer) for answer in answers] == [False, True]


@pytest.mark.parametrize("secret", ["old", "new"])
def test_the_origin_is_open_to_either_secret(gateway, caches, secret):
    assert ask(gateway, "/404", x_origin_verify=secret).status == 200
    assert ask(caches(secret), "/404", x_origin_verify="a visitor's").status == 200


@pytest.mark.parametrize("secret", [None, "", " ", "ol", "OLD", "older", "old new"])
def test_the_origin_is_closed_without_one(gateway, secret):
    # That HEAD gets no body is checked by gateway.py, which would answer 500.
    for method in ("GET", "HEAD", "OPTIONS", "POST"):
        answer = ask(gateway, "/404", method, **({} if secret is None else {"x_origin_verify": secret}))
        assert (answer.status, answer.fields["Content-Type"]) == (403, PROBLEM)
        assert answer.fields["Cache-Control"] == "no-store"


def test_a_403_of_the_closed_origin_is_not_kept(caches):
    port = caches("wrong")
    for _ in range(3):
        answer = ask(port, "/404")
        assert (answer.status, answer.fields["Content-Type"], is_hit(answer)) == (403, PROBLEM, False)


@pytest.mark.parametrize(
    "path, status, location",
    [
        ("/404/?a=%20b&a", 301, "/404?a=%20b&a"),
        ("/HTTP404?a=1", 301, "/404?a=1"),
        ("//404?a=1", 301, "/404?a=1"),
        ("/404/?a=2", 301, "/404?a=2"),
        ("/?q=404", 302, "/404"),
        ("/?q=410", 302, "/410"),
    ],
)
def test_redirects_keep_the_query_and_are_kept_by_it(edge, path, status, location):
    for _ in range(2):
        answer = ask(edge, path)
        assert (answer.status, answer.fields["Location"]) == (status, location)
    assert is_hit(answer)


@pytest.mark.parametrize("command", ["target/*-runner", "pom.xml"])
def test_the_gateway_says_what_to_build_where_there_is_no_executable(command):
    ended = subprocess.run(
        [sys.executable, HERE / "gateway.py", "0", "--", ROOT / command], stderr=subprocess.PIPE, text=True
    )
    [line] = ended.stderr.splitlines()
    assert ended.returncode == 1 and command in line and "./mvnw package -Dnative" in line


def test_smoke_passes(edge, gateway):
    urls = [f"http://127.0.0.1:{port}/" for port in (edge, gateway)]
    subprocess.run([ROOT / "src/test/smoke", *urls], check=True)
