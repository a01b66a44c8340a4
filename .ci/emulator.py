"""Starts MiniStack, an emulator of AWS, with a few changes that bring it closer to AWS.

    emulator.py PORT CERTIFICATE KEY READING

It listens with TLS on 127.0.0.1. READING is how CloudFormation treats a dynamic reference to a secret when it updates a
stack. AWS documents two ways:
- resource: it reads the secret again whenever something else in the resource changes
  (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html);
- text: it reads the secret again only if the reference itself changes
  (https://repost.aws/knowledge-center/cloudformation-stack-update-secrets).

Each change below says what AWS does, what MiniStack does, and where AWS documents it, or that it only saves time.
"""

import functools
import json
import os
import re
import string
import sys
import threading
import time

PORT, CERTIFICATE, KEY, READING = sys.argv[1:]
REGION = os.environ["AWS_DEFAULT_REGION"]
PAUSE = 0.3  # seconds
EXECUTE_API = re.compile(r"([0-9a-z]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com(:\d+)?")

# MiniStack reads these when it is imported. With MINISTACK_HOST the names of APIs are those that AWS gives them.
os.environ.update(
    BIND_HOST="127.0.0.1",
    GATEWAY_PORT=PORT,
    MINISTACK_HOST=f"{REGION}.amazonaws.com",
    MINISTACK_REGION=REGION,
    MINISTACK_SSL_CERT=CERTIFICATE,
    MINISTACK_SSL_KEY=KEY,
    USE_SSL="1",
)
sys.argv[1:] = []

from ministack import app  # noqa: E402
from ministack.core import lambda_runtime  # noqa: E402
from ministack.services import apigateway, budgets, cloudfront  # noqa: E402
from ministack.services.cloudformation import provisioners, stacks  # noqa: E402


def replaces(module, name):
    """Puts the decorated function in the place of another, which it gets as its first argument."""
    original = getattr(module, name)

    def put(function):
        def replacement(*args, **kwargs):
            return function(original, *args, **kwargs)

        setattr(module, name, replacement)
        return function

    return put


# CloudFront reaches HTTP APIs by their names. MiniStack refuses all names of AWS: here they are its own.
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html
@replaces(cloudfront, "_forward_to_origin")
def forward(original, origin, method, uri, query, headers, *rest):
    if EXECUTE_API.fullmatch(origin["domain_name"]):
        headers = {"host": origin["domain_name"], **headers}
        origin = {**origin, "domain_name": "127.0.0.1", "https_port": int(PORT)}
    return original(origin, method, uri, query, headers, *rest)


# Only faster: the certificates of all authorities are read once, not for every request.
cloudfront._origin_ssl_context = functools.cache(cloudfront._origin_ssl_context)


# The stage $default serves the API from its root, and the path arrives as the client sent it, with its doubled and
# trailing slashes. MiniStack splits it at the first slash to look for a stage.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
@replaces(app, "_parse_execute_api_url")
def parse(original, host, path):
    found = EXECUTE_API.fullmatch(host)
    if found and set(apigateway.stages_for_api(found[1])) == {"$default"}:
        return found[1], "$default", path
    return original(host, path)


# Without a CORS configuration an HTTP API sends OPTIONS requests to the integration. MiniStack answers all of them.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
@replaces(apigateway, "_handle_execute_in_scope")
async def execute(original, api_id, stage, path, method, headers, body, query_params, account, region, query=None):
    route = method == "OPTIONS" and not apigateway._apis[api_id].get("corsConfiguration") and (
        apigateway._match_route(api_id, method, path)
    )
    if not route:
        return await original(api_id, stage, path, method, headers, body, query_params, account, region, query)
    return await apigateway._invoke_lambda_proxy(
        apigateway._integrations[api_id][route["target"].removeprefix("integrations/")],
        api_id,
        stage,
        path,
        method,
        {name.lower(): value for name, value in headers.items()},
        body,
        query_params,
        route["routeKey"],
        owner_account_id=account,
        owner_region=region,
        raw_query_string=query,
    )


# See READING above. MiniStack has a third way: it looks only for a change of the resource in the template, not of parameters.
@replaces(stacks, "_resolve_dynamic_references")
def resolve(original, properties, previous=None, reuse_ssm=False, reuse_secrets=False):
    text = json.dumps(properties, sort_keys=True, default=str)
    previous = previous or {}
    reuse = READING == "text" or previous.get("text") == text
    resolved, values = original(properties, previous, reuse_ssm, reuse)
    return resolved, {**values, "text": text} if values else values


# CloudFormation takes its time, and the site answers while it works. MiniStack answers nothing until it has updated the
# whole stack, which hides every state in between; here it works in a thread, and pauses after each change.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
@replaces(stacks, "_runs_on_worker_thread")
def runs_on_worker_thread(original, resource_type):
    return True


@replaces(stacks, "_update_resource")
def update(original, resource_type, physical_id, old, new, *rest):
    result = original(resource_type, physical_id, old, new, *rest)
    if old != new:
        time.sleep(PAUSE)
    return result


# A generated secret has no punctuation if the template says so. MiniStack ignores that.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html
@replaces(provisioners, "_sm_secret_string")
def secret_string(original, properties):
    generate = properties.get("GenerateSecretString") or {}
    if generate.get("ExcludePunctuation"):
        excluded = generate.get("ExcludeCharacters", "") + string.punctuation
        properties = {**properties, "GenerateSecretString": {**generate, "ExcludeCharacters": excluded}}
    return original(properties)


# CloudFormation makes budgets. MiniStack has them, and its CloudFormation does not know the type.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html
def create_budget(logical_id, properties, stack_name):
    budget = {"BudgetName": f"{stack_name}-{logical_id}", **properties["Budget"]}
    status, _, body = budgets._create_budget({**properties, "Budget": budget})
    if status >= 400:
        raise ValueError(body)
    return budget["BudgetName"], {}


def delete_budget(name, properties):
    budgets._delete_budget({"BudgetName": name})


provisioners._RESOURCE_HANDLERS["AWS::Budgets::Budget"] = {"create": create_budget, "delete": delete_budget}


# Lambda lets an invocation that has started finish when the function changes. MiniStack ends it.
# https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
@replaces(lambda_runtime, "kill_workers")
def kill(original, workers):
    def once_idle():
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and any(worker.in_use for worker in busy):
            time.sleep(0.02)
        original(busy)

    busy = [worker for worker in workers if worker is not None and worker.in_use]
    original([worker for worker in workers if worker not in busy])
    if busy:
        threading.Thread(target=once_idle, daemon=True).start()


app.main()
