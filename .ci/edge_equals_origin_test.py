"""The edge's function may change a request, but never the response to it.

The test makes many requests and sends each to the origin twice: as it is, and as the edge's function changes it. Both
responses must be equal. REQUESTS is the number of requests (20,000). SEED is printed, and the same seed makes the same
requests.

How CloudFront hands a request to the function and sends it on:
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
Names and values of the query are passed as they were sent, still encoded. `value` is the first of several, and
`multiValue` has all of them in their order. That page does not say how CloudFront sends a query that the function did not
change, or what it does with an empty parameter. This test assumes that it sends the query unchanged and drops the parameter.
"""

import http.client
import json
import os
import random
import subprocess
import time
from collections import Counter, namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "src/test/resources"
REQUESTS = int(os.environ.get("REQUESTS", 20_000))
THREADS = 4

# The query is None where there is no question mark; accept has the value of each Accept header.
Request = namedtuple("Request", "method path query accept")

PUBLISHED = [line for line in (RESOURCES / "published.txt").read_text().splitlines() if line[:1] == "/" and " " not in line]
PAIRS = [path for path in PUBLISHED if "-vs-" in path]
ENDINGS = "json txt md csv png xml svg css js problem.json html htm ico".split()
ODD_PATHS = """
    / // /. /.. /; /% /%zz /%00 /%0a /%2f /%2F404 /.json /.html /x /nothing.json /search.json /search /search.json/
    /477 /477.json /000 /99 /1000 /404404 /4040.json /6xx /0xx.json /404%20 /%20404 /404%0a.json /%F0%9F%8D%B5
    /caf%C3%A9.json /favicon.ico /favicon.json /robots.json /index.html
    /choose/start /choose/start.json /choose/start.png /choose/start/ /choose/start-here /choose/nothing /choose//start /compare/404-vs-404 /compare/403-vs-401 /compare/999-vs-100 /compare/401-vs-403-vs-404
    /compare/403-vs-401.json /compare/403-vs-401.csv /compare/403-vs-401.html /compare/4xx-vs-5xx /assets/style.css
    /assets/style.0123456789ab.css /assets/search.0123456789ab.json /assets/ /schema /schema/code /schema/code.json/
    /llms /sw
""".split()
PARAMETERS = [
    *"q q= q=404 q=418 q=999 q=teapot q=not+found q=%20 q=+ q=%34%30%34 q=caf%C3%A9 q=a%26b q=a=b q=a;b".split(),
    *"q=%zz q=% q=%00 q=%1b q=%0a q=%E2%80%AE q=<b> q=x? q=/ q=https://httpcodes.shadowlanes.com".split(),
    *"Q=teapot %71=teapot q%3Dteapot q[]=teapot ?q=teapot".split(),
    *"utm_source=x fbclid=1 a=1 a=2 a x=%20 = =x __proto__=x toString".split(),
    "",
    "q=" + "x" * 1001,
]
ACCEPTED = [
    *[line.rsplit("|", 1)[0] for line in (RESOURCES / "negotiation.csv").read_text().splitlines()[1:]],
    *"text/html application/json text/plain text/markdown text/csv application/problem+json */* image/png text/css".split(),
    "application/problem+json, */*;q=0.1",
    "text/css,*/*;q=0.1",
    "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
    "text/html,",
    "text/html,text/html",
    "text/html,TEXT/HTML;q=0,application/json",
    "text/html,application/json;q=1.0,*/*",
    "text/html,*/*;q=0",
    'text/html,application/json;profile="a,text/plain"',
    'application/json;profile="a,text/html"',
    'text/html,text/plain;x="',
    "text/html ,application/json",
    "text/html;level=1,application/json",
    "text/htmlx,application/json",
    "text/html;q=.9,application/json;q=.8",
    "*/*;q=.5",
    "*/*,",
    "**",
    ",",
    " ",
    "\ttext/plain\t",
    "\xa0application/json",
    "application/json\xa0",
    "text/html,\x01",
    "\x7f*/*",
    "text/html,\xe9",
]


def made(number, seed):
    """That many requests, the same for the same seed."""
    rng = random.Random(seed)

    def one():
        method = rng.choices(["GET", "HEAD", "OPTIONS", "POST"], [90, 6, 2, 2])[0]
        accept = [rng.choice(ACCEPTED) for _ in range(rng.choices([0, 1, 2], [10, 85, 5])[0])]
        return Request(method, path(), query(), accept)

    def path():
        chosen = rng.choice(rng.choices([PUBLISHED, PAIRS, ODD_PATHS, ["/"], ["/search.json"]], [50, 15, 20, 10, 5])[0])
        for _ in range(rng.choices([0, 1, 2], [50, 40, 10])[0]):
            chosen = spelled(chosen)
        return chosen

    def spelled(path):
        at = rng.randrange(len(path))
        return rng.choice(
            [
                lambda: path + "/",
                lambda: "/" + path,
                lambda: path.replace("/", "//"),
                lambda: path.upper(),
                lambda: path.replace("/", rng.choice(["/http", "/HTTP-", "/Http_"]), 1),
                lambda: path + "." + rng.choice(ENDINGS),
                lambda: path.partition(".")[0] + "." + rng.choice(ENDINGS),
                lambda: turned(path),
                lambda: path[: at + 1] + "%{:02x}".format(ord(path[at])) + path[at + 1 :],
                lambda: path[:at] + "%{:02X}".format(ord(path[at])) + path[at + 1 :] if at else path,
                lambda: rng.choice(["/.", "/..", "/x/..", "/%2e%2e", "/;"]) + path,
                lambda: path + rng.choice(["/.", "/..", "/./", ";x", ";.json", ";a=b.png", "%3b.json", "%00", "%0a", "%"]),
            ]
        )()

    def turned(path):
        """A comparison with its two codes swapped."""
        first, separator, rest = path.removeprefix("/compare/").partition("-vs-")
        return f"/compare/{rest[:3]}-vs-{first}{rest[3:]}" if separator else path

    def query():
        number = rng.choices([None, 0, 1, 2, 3, 4], [30, 2, 30, 20, 10, 8])[0]
        return None if number is None else "&".join(rng.choice(PARAMETERS) for _ in range(number))

    return [one() for _ in range(number)]


def event(request):
    """The event with which CloudFront calls the function."""
    parameters = [parameter.partition("=") for parameter in (request.query or "").split("&") if parameter]
    fields = {"host": {"value": "d111111abcdef8.cloudfront.net"}}
    if request.accept:
        fields["accept"] = collapsed([accept.strip(" \t") for accept in request.accept])
    return {
        "version": "1.0",
        "context": {"eventType": "viewer-request"},
        "viewer": {"ip": "198.51.100.11"},
        "request": {
            "method": request.method,
            "uri": request.path,
            "querystring": {
                name: collapsed([value for other, _, value in parameters if other == name]) for name, _, _ in parameters
            },
            "headers": fields,
            "cookies": {},
        },
    }


def collapsed(values):
    """One field of the event, for all values of one name."""
    first = {"value": values[0]}
    return first if len(values) == 1 else {**first, "multiValue": [{"value": value} for value in values]}


def sent(request, before, after):
    """What CloudFront sends to the origin, from the event's request before and after the function."""
    query = request.query
    if after["querystring"] != before["querystring"]:
        query = "&".join(f"{name}={value}" for name, of in after["querystring"].items() for value in separate(of)) or None
    return Request(after["method"], after["uri"], query, separate(after["headers"].get("accept")))


def separate(collapsed):
    """The values that one field of the event has."""
    return [each["value"] for each in collapsed.get("multiValue", [collapsed])] if collapsed else []


def through_the_function(requests, engine, folder):
    """The requests as the edge sends them to the origin, all in one run of an engine."""
    code = yaml_parse((ROOT / "template.yaml").read_text())["Resources"]["EdgeFunction"]["Properties"]["FunctionCode"]
    events = [event(request) for request in requests]
    (folder / "events.json").write_text(json.dumps(events))
    script = folder / "function.js"
    script.write_text(f"""{code}
        const fs = require('fs');
        const events = JSON.parse(fs.readFileSync('{folder}/events.json'));
        fs.writeFileSync('{folder}/requests.json', JSON.stringify(events.map(handler)));""")
    subprocess.run([engine, script], check=True)
    results = json.loads((folder / "requests.json").read_text())
    return [sent(request, before["request"], after) for request, before, after in zip(requests, events, results)]


def answers(port, requests):
    """The origin's responses, without the Date header."""

    def part(requests):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        return [answer(connection, request) for request in requests]

    def answer(connection, request):
        target = request.path if request.query is None else f"{request.path}?{request.query}"
        connection.putrequest(request.method, target, skip_accept_encoding=True)
        for accept in request.accept:
            connection.putheader("accept", accept.encode("latin-1"))
        connection.putheader("x-origin-verify", "old")
        connection.endheaders()
        response = connection.getresponse()
        fields = sorted((name.lower(), value) for name, value in response.getheaders() if name.lower() != "date")
        return response.status, fields, response.read()

    with ThreadPoolExecutor(THREADS) as threads:
        parts = threads.map(part, [requests[i::THREADS] for i in range(THREADS)])
    found = [None] * len(requests)
    for i, part_of_found in enumerate(parts):
        found[i::THREADS] = part_of_found
    return found


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    """The requests that the function changes, each with its changed form."""
    seed = int(os.environ.get("SEED", time.time()))
    print("SEED =", seed)
    folder = tmp_path_factory.mktemp("edge")
    changed = []
    rounds = 0
    while len(changed) < REQUESTS:
        requests = made(REQUESTS, seed + rounds)
        changed += [pair for pair in zip(requests, through_the_function(requests, "node", folder)) if pair[0] != pair[1]]
        rounds += 1
        assert rounds < 10, "the function changes too few requests"
    return changed[:REQUESTS]


def test_node_and_njs_agree(pairs, tmp_path):
    assert through_the_function([request for request, _ in pairs], "njs", tmp_path) == [after for _, after in pairs]


def test_the_edge_answers_like_the_origin_alone(pairs, gateway):
    distinct = {}  # many requests become the same one
    for _, after in pairs:
        distinct.setdefault(repr(after), after)
    at_the_edge = dict(zip(distinct, answers(gateway, list(distinct.values()))))
    alone = answers(gateway, [request for request, _ in pairs])
    print(len(pairs), "requests become", len(distinct), "at the edge:", Counter(status for status, _, _ in alone))
    different = [
        f"{request}\n  alone: {shown(wanted)}\n  at the edge: {shown(got)}, as {after}"
        for (request, after), wanted in zip(pairs, alone)
        if (got := at_the_edge[repr(after)]) != wanted
    ]
    assert not different, "\n".join([f"{len(different)} requests get another response at the edge:", *different[:10]])


def shown(answer):
    """What a reader needs of a response to see the difference."""
    status, fields, content = answer
    decisive = {name: value for name, value in fields if name in ("location", "content-type", "vary", "etag")}
    return f"{status} {decisive} {content[:60]}"
