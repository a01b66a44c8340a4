#!/usr/bin/env python3
"""An HTTP API and Lambda in one process: the function answers over HTTP on the machine that built it.

    gateway.py PORT -- COMMAND...

COMMAND is a Lambda bootstrap. It inherits the environment and gets one event at a time. Port 0 is any free one. The URL
is printed once the function waits for events. SIGTERM or SIGINT ends both.
"""

import asyncio
import base64
import itertools
import json
import os
import re
import signal
import sys
import time
from collections import namedtuple
from email.utils import formatdate
from http.client import responses
from urllib.parse import unquote

SECONDS = 10  # Lambda's limit for the start of a function, and template.yaml's for an event
FUNCTION_ARN = "arn:aws:lambda:eu-central-1:123456789012:function:http-codes-explainer"
JSON = {"content-type": "application/json"}
UNTYPED = "text/plain; charset=utf-8"  # what an HTTP API adds to a response without a Content-Type, even to a 304
TEXT = re.compile(r"text/|application/(json|javascript|xml)\b")  # other content goes into an event as base64

Request = namedtuple("Request", "method target protocol fields content client")
Response = namedtuple("Response", "status fields content cookies", defaults=[()])

request_ids = map("{:024x}".format, itertools.count(1))
events = asyncio.Queue()  # those that the function has not fetched, each with its request id
answers = {}  # by request id, the function's answer or its future
polled = asyncio.Event()  # the function has asked for its first event


async def http_api(request):
    """The gateway's side."""
    request_id = next(request_ids)
    answers[request_id] = asyncio.get_running_loop().create_future()
    events.put_nowait((request_id, event(request, request_id)))
    try:
        return response(await asyncio.wait_for(answers[request_id], SECONDS), request.method)
    except asyncio.TimeoutError:
        return Response(503, JSON, b'{"message":"Service Unavailable"}')
    except Exception as error:  # whatever may be wrong with an answer
        print(f"gateway: {request.method} {request.target}: {error!r}", file=sys.stderr)
        return Response(500, JSON, b'{"message":"Internal Server Error"}')
    finally:
        del answers[request_id]


def event(request, request_id):
    """A request in payload format 2.0, without what tells of the account and the API."""
    path, _, query = request.target.partition("?")
    path = unquote(path.encode("latin-1"))
    headers = {name: ",".join(lines) for name, lines in request.fields.items() if name != "cookie"}
    is_text = TEXT.match(headers.get("content-type", ""))
    http = {"method": request.method, "path": path, "protocol": request.protocol, "sourceIp": request.client}
    http["userAgent"] = headers.get("user-agent", "")
    made = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "headers": headers,
        "requestContext": {"http": http, "requestId": request_id, "routeKey": "$default", "stage": "$default"},
        "isBase64Encoded": bool(request.content) and not is_text,
    }
    if "cookie" in request.fields:
        made["cookies"] = re.split("; *", "; ".join(request.fields["cookie"]))
    if request.content:
        made["body"] = (request.content if is_text else base64.b64encode(request.content)).decode(errors="replace")
    return made


def response(answer, method):
    """What a function's answer says. One without a status is malformed; the real gateway makes a 200 of it."""
    answer = json.loads(answer)
    fields = {name.lower(): str(value) for name, value in (answer.get("headers") or {}).items()}
    content = (answer.get("body") or "").encode()
    if answer.get("isBase64Encoded"):
        content = base64.b64decode(content, validate=True)
    if method == "HEAD" and content:
        raise ValueError("a response to HEAD has a body")  # the real gateway may let it pass
    if method != "HEAD":
        fields.pop("content-length", None)
    fields.setdefault("content-type", UNTYPED)
    return Response(int(answer["statusCode"]), fields, content, answer.get("cookies") or ())


async def runtime_api(request):
    """Lambda's side: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"""
    *_, request_id, action = request.target.split("/")
    if action == "next":
        polled.set()
        request_id, made = await events.get()
        while request_id not in answers:  # it has waited too long
            request_id, made = await events.get()
        fields = {
            "lambda-runtime-aws-request-id": request_id,
            "lambda-runtime-deadline-ms": int((time.time() + SECONDS) * 1000),
            "lambda-runtime-invoked-function-arn": FUNCTION_ARN,
            "lambda-runtime-trace-id": f"Root=1-{int(time.time()):08x}-{request_id};Sampled=0",
        }
        return Response(200, {**JSON, **fields}, json.dumps(made).encode())
    if action == "response" and request_id in answers:
        answers[request_id].set_result(request.content)
    elif request_id in answers:
        answers[request_id].set_exception(RuntimeError(request.content.decode()))
    elif request_id == "init":
        print(f"gateway: the function could not start: {request.content.decode()}", file=sys.stderr)
    return Response(202, JSON, b'{"status":"OK"}')


def over_http(side):
    """Speaks HTTP/1.1 on one connection after another request; asyncio turns Nagle's algorithm off."""

    async def serve(reader, writer):
        client = writer.get_extra_info("peername")[0]
        last = False
        try:
            while not last:
                request = await read(reader, client)
                last = request.protocol != "HTTP/1.1" or "close" in request.fields.get("connection", ())
                write(writer, await side(request), request.method, last)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client has gone, or the gateway ends
        except (ValueError, asyncio.LimitOverrunError):
            write(writer, Response(400, JSON, b'{"message":"Bad Request"}'), "GET", last=True)
        finally:
            writer.close()

    return serve


async def read(reader, client):
    head = await reader.readuntil(b"\r\n\r\n")
    line, *lines = head.decode("latin-1").split("\r\n")[:-2]
    method, target, protocol = line.split(" ")
    fields = {}
    for name, _, value in (line.partition(":") for line in lines):
        fields.setdefault(name.lower(), []).append(value.strip(" \t"))
    content = b""
    if "transfer-encoding" in fields:
        while size := int(await reader.readuntil(b"\r\n"), 16):
            content += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
    elif "content-length" in fields:
        content = await reader.readexactly(int(fields["content-length"][0]))
    return Request(method, target, protocol, fields, content, client)


def write(writer, response, method, last):
    has_content = response.status not in (204, 304)
    fields = {"date": formatdate(usegmt=True), **response.fields}
    if has_content:
        fields.setdefault("content-length", len(response.content))
    if last:
        fields["connection"] = "close"
    lines = [f"HTTP/1.1 {response.status} {responses.get(response.status, '')}"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    lines += [f"set-cookie: {cookie}" for cookie in response.cookies]
    head = "\r\n".join([*lines, "\r\n"]).encode("latin-1")
    writer.write(head + response.content if has_content and method != "HEAD" else head)


async def main(port, command):
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asyncio.current_task().cancel)
    runtime = await asyncio.start_server(over_http(runtime_api), "127.0.0.1")
    environment = {**os.environ, "AWS_LAMBDA_RUNTIME_API": address(runtime)}
    try:
        function = await asyncio.create_subprocess_exec(*command, env=environment, stdout=sys.stderr)
    except OSError as error:
        return f"gateway: {error}: first build the function with ./mvnw package -Dnative -DskipTests"
    ended = asyncio.create_task(function.wait())
    try:
        started = asyncio.create_task(polled.wait())
        await asyncio.wait([started, ended], timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if not started.done() and not ended.done():
            return f"gateway: the function asked for no event within {SECONDS} s"
        if not ended.done():
            gateway = await asyncio.start_server(over_http(http_api), "127.0.0.1", port)
            print(f"http://{address(gateway)}", flush=True)
        return f"gateway: the function ended with status {await ended}"
    finally:
        if function.returncode is None:
            function.kill()  # as Lambda does: without asking


def address(server):
    return "{}:{}".format(*server.sockets[0].getsockname())


if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[2] != "--":
        sys.exit(__doc__)
    try:
        sys.exit(asyncio.run(main(int(sys.argv[1]), sys.argv[3:])))
    except asyncio.CancelledError:
        pass  # by a signal
