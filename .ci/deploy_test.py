"""Deploys template.yaml and target/function.zip to MiniStack, an emulator of AWS, with README's commands.

emulator.py lists the changes to MiniStack that bring it closer to AWS. The emulator cannot show:
- the edge's cache, compression, HTTP/2 and 3: every request reaches the function (edge_test.py has a cache);
- the minutes that a changed distribution needs to reach all edge locations, which serve the old one meanwhile;
- IAM: every call is allowed, whatever the function's role and the API's permission say;
- throttling, limits of concurrency, memory and time, and how long a start takes on Lambda;
- access logs, what the metric filters make of them, metrics, and alarms that fire: they only exist here;
- custom domains and certificates, mails to AlarmEmail, what a month costs;
- most of what AWS checks before it creates something, such as lengths of names, quotas and reserved headers (sam validate
  --lint and template_test.py check some of it);
- the ARN of a secret: Ref returns its name here, which a secret that is made again gets again, so not even the reference changes;
- the 500 that an HTTP API sends for a function that fails (it is a 502 here), and the content type that it adds to a response
  without one.

EMULATOR names the virtual environment of requirements-emulator.txt. SAM CLI is in the one that runs this test. Each test
continues with the stack that the test before it has left.
"""

import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import zipfile
from collections import Counter
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path

import boto3
import pytest
from samtranslator.yaml_helper import yaml_parse

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ACCOUNT = "000000000000"  # the emulator's
REGION = "eu-central-1"  # not us-east-1, where CloudFront's parts live
README = (ROOT / "README.md").read_text()
STACK = "http-codes"
DEPLOY = f"src/deploy {STACK}"
HEADER = "x-origin-verify"
SECRETS = {"first": "EdgeSecret", "second": "SecondEdgeSecret"}
# To the questions of sam deploy --guided; all others get the proposed answer.
ANSWERS = {"AlarmEmail": "alarms@example.com", "MonthlyBudget": "20", "LogRetentionDays": "7"}

DOES_NOT_START = "#!/bin/sh\nexit 1\n"
IS_NOT_THE_SITE = r"""#!/bin/sh
api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
while next=$(curl -q --silent --dump-header - --output /dev/null "$api/next"); do
  id=$(echo "$next" | sed -n 's/\r$//; s/^Lambda-Runtime-Aws-Request-Id: //p')
  curl -q --silent --data '{"statusCode": 200, "body": "It works!"}' "$api/$id/response"
done
"""

VISITS = {"/404": 200, "/404.json": 200, "/?q=404": 302, "/search.json?q=teapot": 200, "/477": 404}


class Aws:
    """An emulator, and a folder with what README's commands need: the template, the bundle, two scripts."""

    def __init__(self, folder, reading):
        self.reading = reading
        self.folder = folder / "site"
        self.certificate = folder / "certificate.pem"
        self.bundles = 0
        self.clients = {}
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        names = ["IP:127.0.0.1", "DNS:*.cloudfront.net", f"DNS:*.execute-api.{REGION}.amazonaws.com"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=emulator"]
            + ["-addext", f"subjectAltName={','.join(names)}"]
            + ["-out", self.certificate, "-keyout", folder / "key.pem"],
            check=True,
            capture_output=True,
        )
        # With this, curl finds every host at the emulator, also when the smoke test runs it.
        (folder / ".curlrc").write_text(f'connect-to = "::127.0.0.1:{self.port}"\ncacert = "{self.certificate}"\n')
        emulator = Path(os.environ["EMULATOR"], "bin")
        own = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "SAM_", "MINISTACK_"))}
        self.environment = {
            **own,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": REGION,
            "AWS_CA_BUNDLE": str(self.certificate),
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_ENDPOINT_URL": f"https://127.0.0.1:{self.port}",
            "AWS_PAGER": "",
            "CURL_HOME": str(folder),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), str(emulator), os.environ["PATH"]]),
            "SAM_CLI_POLL_DELAY": "0.5",
            "SAM_CLI_TELEMETRY": "0",
            "TMPDIR": str(folder),
        }
        self.session = boto3.Session("test", "test", region_name=REGION)
        self.tls = ssl.create_default_context(cafile=self.certificate)
        self.log = folder / "emulator.log"
        command = [emulator / "python", HERE / "emulator.py", str(self.port), self.certificate, folder / "key.pem", reading]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        for script in ("src/test/smoke", "src/deploy"):
            (self.folder / script).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / script, self.folder / script)
        (self.folder / "target").mkdir()
        self.build()
        self.template()

    def wait(self):
        for _ in range(150):
            assert self.process.poll() is None, self.log.read_text()
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        pytest.fail("the emulator does not listen: " + self.log.read_text())

    def stop(self):
        os.killpg(self.process.pid, signal.SIGKILL)  # with the functions that it runs, and without waiting for clients
        self.process.wait()

    def template(self, text=None):
        (self.folder / "template.yaml").write_text(text or (ROOT / "template.yaml").read_text())

    def build(self, bootstrap=None):
        """Makes a bundle that differs from all earlier ones, as a build of other code does. Returns its path."""
        self.bundles += 1
        bundle = self.folder / "target/function.zip"
        if bootstrap is None:
            shutil.copy(ROOT / "target/function.zip", bundle)
        else:
            with zipfile.ZipFile(bundle, "w") as file:
                entry = zipfile.ZipInfo("bootstrap")
                entry.external_attr = 0o755 << 16
                file.writestr(entry, bootstrap)
        with zipfile.ZipFile(bundle, "a") as file:
            file.writestr("build", str(self.bundles))
        return bundle

    def run(self, command, check=True, **options):
        """Runs a command in the folder, and prints it with its output."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **options,
        )
        print(f"$ {command}\n{done.stdout}")
        assert not check or done.returncode == 0, f"{command}\n{done.stdout[-3000:]}"
        return done

    def client(self, service):
        if service not in self.clients:
            endpoint = self.environment["AWS_ENDPOINT_URL"]
            self.clients[service] = self.session.client(service, endpoint_url=endpoint, verify=str(self.certificate))
        return self.clients[service]

    def stack(self):
        [stack] = self.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
        return stack

    def outputs(self):
        return {output["OutputKey"]: output["OutputValue"] for output in self.stack()["Outputs"]}

    def ask(self, url, **headers):
        """Status, headers and body of a GET."""
        host, path = re.fullmatch(r"https://([^/]+)(/.*)", url).groups()
        connection = HTTPSConnection("127.0.0.1", self.port, timeout=30, context=self.tls)
        try:
            connection.request("GET", path, headers={"Host": host, **headers})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def sent(self):
        """The secret that the edge sends."""
        edge = self.client("cloudfront").get_distribution_config(Id=self.outputs()["DistributionId"])
        [header] = edge["DistributionConfig"]["Origins"]["Items"][0]["CustomHeaders"]["Items"]
        assert header["HeaderName"] == HEADER
        return header["HeaderValue"]

    def secrets(self):
        """The secrets that exist, by their logical ids."""
        resources = self.client("cloudformation").describe_stack_resources(StackName=STACK)["StackResources"]
        manager = self.client("secretsmanager")
        return {
            resource["LogicalResourceId"]: manager.get_secret_value(SecretId=resource["PhysicalResourceId"])["SecretString"]
            for resource in resources
            if resource["ResourceType"] == "AWS::SecretsManager::Secret"
        }

    def origin_accepts(self, secret):
        status, _, _ = self.ask(self.outputs()["ApiUrl"] + "/404", **{HEADER: secret})
        assert status in (200, 403)
        return status == 200

    def code(self):
        return self.client("lambda").get_function(FunctionName=self.outputs()["FunctionName"])["Configuration"]["CodeSha256"]

    def invalidations(self):
        """The number of invalidations, each of which must be of everything."""
        edge = self.client("cloudfront")
        id = self.outputs()["DistributionId"]
        made = [found["Id"] for found in edge.list_invalidations(DistributionId=id)["InvalidationList"].get("Items", [])]
        batches = [edge.get_invalidation(DistributionId=id, Id=each)["Invalidation"]["InvalidationBatch"] for each in made]
        assert all(batch["Paths"]["Items"] == ["/*"] for batch in batches)
        return len(batches)

    def deployed(self):
        """What a roll-back must bring back."""
        template = self.client("cloudformation").get_template(StackName=STACK, TemplateStage="Original")["TemplateBody"]
        stack = self.stack()
        parameters = {given["ParameterKey"]: given["ParameterValue"] for given in stack["Parameters"]}
        status, headers, body = self.ask(self.outputs()["Url"] + "/404")
        return self.code(), template.strip(), parameters, stack["Outputs"], status, headers["ETag"], body

    def inventory(self):
        """Everything that exists, of the kinds that the template and sam deploy make."""
        edge = self.client("cloudfront")
        kinds = {
            "stack": [
                stack["StackName"]
                for stack in self.client("cloudformation").describe_stacks()["Stacks"]
                if stack["StackStatus"] != "DELETE_COMPLETE"
            ],
            "bucket": [bucket["Name"] for bucket in self.client("s3").list_buckets()["Buckets"]],
            "function": [function["FunctionName"] for function in self.client("lambda").list_functions()["Functions"]],
            "role": [role["RoleName"] for role in self.client("iam").list_roles()["Roles"]],
            "log group": [group["logGroupName"] for group in self.client("logs").describe_log_groups()["logGroups"]],
            "metric filter": [
                found["filterName"] for found in self.client("logs").describe_metric_filters()["metricFilters"]
            ],
            "API": [api["ApiId"] for api in self.client("apigatewayv2").get_apis()["Items"]],
            "secret": [
                secret["ARN"]
                for secret in self.client("secretsmanager").list_secrets(IncludePlannedDeletion=True)["SecretList"]
            ],
            "distribution": [found["Id"] for found in edge.list_distributions()["DistributionList"].get("Items", [])],
            "edge function": [found["Name"] for found in edge.list_functions()["FunctionList"].get("Items", [])],
            "cache policy": [
                found["CachePolicy"]["Id"]
                for found in edge.list_cache_policies(Type="custom")["CachePolicyList"].get("Items", [])
            ],
            "alarm": [alarm["AlarmName"] for alarm in self.client("cloudwatch").describe_alarms()["MetricAlarms"]],
            "topic": [topic["TopicArn"] for topic in self.client("sns").list_topics()["Topics"]],
            "subscription": [
                found["TopicArn"] for found in self.client("sns").list_subscriptions()["Subscriptions"]
            ],
            "budget": [
                found["BudgetName"] for found in self.client("budgets").describe_budgets(AccountId=ACCOUNT).get("Budgets", [])
            ],
        }
        self.kinds = set(kinds)
        return {(kind, name) for kind, names in kinds.items() for name in names}

    @contextmanager
    def visitors(self, at_least=40):
        """While the block runs, four visitors ask the edge without a pause. Each must get what the site answers."""
        site = self.outputs()["Url"]
        ended = threading.Event()
        answers = Counter()
        wrong = []

        def visit():
            while not ended.is_set():
                for path, expected in VISITS.items():
                    try:
                        status, headers, body = self.ask(site + path)
                    except OSError as error:
                        status, headers, body = repr(error), {}, b""
                    answers[status] += 1
                    if status != expected:
                        wrong.append((time.strftime("%X"), path, status, body[:300]))

        threads = [threading.Thread(target=visit) for _ in range(4)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            ended.set()
            for thread in threads:
                thread.join()
        print("visitors:", dict(answers))
        assert not wrong, f"{len(wrong)} of {answers.total()} requests failed, the first: {wrong[0]}"
        assert answers.total() >= at_least, "too few requests to tell anything"


@pytest.fixture(scope="module")
def aws(request, tmp_path_factory):
    emulated = Aws(tmp_path_factory.mktemp("aws"), request.param)
    try:
        emulated.wait()
        emulated.before = emulated.inventory()
        yield emulated
    finally:
        emulated.stop()


once = pytest.mark.parametrize("aws", ["resource"], indirect=True, scope="module")
under_both_readings = pytest.mark.parametrize("aws", ["resource", "text"], indirect=True, scope="module")


def readme(command):
    """Returns the command, which README must have as a line of a block or within a sentence."""
    assert f"\n{command}\n" in README or f"`{command}`" in README, f"README does not have the command {command}"
    return command


def deploy_guided(aws, command):
    """Makes the first deployment and answers its questions."""
    parameters = yaml_parse((aws.folder / "template.yaml").read_text())["Parameters"]
    answers = ["", ""] + [ANSWERS.get(name, "") for name in parameters] + [""] * 6
    done = aws.run(command, input="\n".join(answers) + "\n")
    assert re.findall(r"Parameter (\w+) \[", done.stdout) == list(parameters)
    assert (aws.folder / "samconfig.toml").exists()
    return done


def template_of(commit):
    show = ["git", "-C", ROOT, "show", f"{commit}:template.yaml"]
    return subprocess.run(show, stdout=subprocess.PIPE, text=True, check=True).stdout


def earlier_templates():
    """The last one with one secret, of which stacks may still exist, and the newest that differs from the present one."""
    log = ["git", "-C", ROOT, "log", "--format=%h", "--", "template.yaml"]
    commits = subprocess.run(log, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    present = (ROOT / "template.yaml").read_text()
    earlier = [text for text in map(template_of, commits) if text != present]
    oldest = next((text for text in earlier if "EdgeSecretRotating" in text), None)
    assert oldest, "The upgrade needs the history of template.yaml. Is this a shallow clone?"
    return [oldest] if earlier[0] == oldest else [oldest, earlier[0]]


@once
def test_readmes_first_deployment_makes_a_site_that_passes_the_smoke_test(aws):
    done = deploy_guided(aws, readme(f"{DEPLOY} --guided"))
    assert re.search(r"^[1-9]\d* passed, 0 failed$", done.stdout, re.M)
    parameters = {given["ParameterKey"]: given["ParameterValue"] for given in aws.stack()["Parameters"]}
    assert ANSWERS.items() <= parameters.items()
    assert aws.invalidations() == 1


@once
def test_the_origin_refuses_requests_that_do_not_come_from_the_edge(aws):
    api = aws.outputs()["ApiUrl"]
    sent = aws.sent()
    for headers in ({}, {HEADER: "wrong"}, {HEADER: sent[:-1]}, {HEADER: sent.swapcase()}):
        status, answered, body = aws.ask(api + "/404", **headers)
        assert (status, answered["Content-Type"]) == (403, "application/problem+json"), headers
        assert sent.encode() not in body
    assert aws.origin_accepts(sent)


@once
@pytest.mark.parametrize("bootstrap, invalidations", [(DOES_NOT_START, 1), (IS_NOT_THE_SITE, 2)], ids=["start", "work"])
def test_a_bundle_that_does_not_work_is_noticed_and_rolled_back(aws, bootstrap, invalidations):
    before = aws.deployed()
    invalidated = aws.invalidations()
    aws.build(bootstrap)
    done = aws.run(readme(DEPLOY), check=False)
    assert done.returncode != 0
    assert "The previous one is restored" in done.stdout.splitlines()[-1]
    assert aws.stack()["StackStatus"] == "UPDATE_COMPLETE"
    assert aws.deployed() == before
    assert aws.invalidations() == invalidated + invalidations


@once
def test_the_zip_of_an_earlier_release_brings_its_code_back(aws):
    bundle = aws.build()
    earlier = shutil.copy(bundle, aws.folder / "function-x86_64.zip")
    aws.run("sam deploy")
    code = aws.code()
    aws.build()
    aws.run("sam deploy")
    assert aws.code() != code
    shutil.move(earlier, bundle)
    aws.run(readme(DEPLOY))
    assert aws.code() == code


@once
def test_delete_leaves_nothing_but_the_bucket_of_sam(aws):
    made = aws.inventory() - aws.before
    assert {kind for kind, _ in made} == aws.kinds, "the inventory must see all that the template makes"
    aws.run(readme(f"sam delete --stack-name {STACK}"), input="y\n" * 4)
    left = aws.inventory() - aws.before
    assert Counter(kind for kind, _ in left) == {"bucket": 1, "stack": 1}, left
    assert all(name.startswith("aws-sam-cli-managed-default") for _, name in left)


@under_both_readings
def test_no_request_fails_while_older_stacks_are_upgraded(aws):
    oldest, *newer = earlier_templates()
    aws.template(oldest)
    aws.build()
    deploy_guided(aws, f"sam deploy --guided --stack-name {STACK}")
    secret = aws.sent()
    for text in [*newer, None]:
        aws.template(text)
        code = aws.code()
        aws.build()
        with aws.visitors():
            aws.run("sam deploy")
        assert aws.code() != code
        assert aws.sent() == secret, "a deployment changed the secret"


@under_both_readings
def test_no_request_fails_while_the_edges_secret_is_replaced(aws):
    # src/deploy is sam deploy with a smoke test, which the second time would take long and show nothing new.
    command = readme(DEPLOY) if aws.reading == "resource" else "sam deploy"
    (value, checks), *steps = rotation()
    assert value == "first", "what the stack begins with"
    old = aws.sent()
    check(aws, checks, old)
    for value, checks in steps:
        secrets = use(aws, value, command)
        check(aws, checks, old)
        deploy_code(aws, secrets)
    assert value == "second"
    second = aws.sent()
    assert old not in secrets.values()
    assert not aws.origin_accepts(old)
    # One deployment is also enough to get rid of the secret in use, because the function changes after the edge.
    first = use(aws, "only-first", "sam deploy")["EdgeSecret"]
    assert first == secrets["EdgeSecret"]
    assert not aws.origin_accepts(second)
    newest = use(aws, "first", "sam deploy")["SecondEdgeSecret"]
    assert newest not in (old, second, first)


def rotation():
    """README's steps: each value of the parameter, with the checks that follow it."""
    rows = re.findall(r"^\| `((?:only-)?(?:first|second))` \| .* \| (.*) \|$", README, re.M)
    checks = [re.findall(r"`([^`]+)` (prints|succeeds) ?(\d*)", text) for _, text in rows]
    assert len(rows) == 4 and all(checks)
    return [(value, each) for (value, _), each in zip(rows, checks)]


def check(aws, checks, old):
    """Runs README's checks with the functions that README defines for them."""
    definitions = re.findall(r"^(?:output|secret|try)\(\) .*$", README, re.M)
    assert len(definitions) == 3
    script = [*definitions, f"old={old}"]
    for command, verb, number in checks:
        script.append(command if verb == "succeeds" else f"[ \"$({command})\" = {number} ]")
    aws.run("\n".join(script))


def use(aws, value, deploy):
    """Changes the parameter in samconfig.toml, deploys, and returns the secrets that exist afterwards."""
    settings = aws.folder / "samconfig.toml"
    text, found = re.subn(r'(EdgeSecretInUse=\\")[a-z-]+', rf"\g<1>{value}", settings.read_text())
    if not found:  # a template without the parameter wrote the file
        text = re.sub(r'(parameter_overrides = ".*)"', rf'\1 EdgeSecretInUse=\\"{value}\\""', text)
    settings.write_text(text)
    with aws.visitors():
        aws.run(deploy)
    secrets = aws.secrets()
    sent = SECRETS[value.removeprefix("only-")]
    assert set(secrets) == ({sent} if value.startswith("only-") else set(SECRETS.values()))
    assert aws.sent() == secrets[sent]
    assert all(map(aws.origin_accepts, secrets.values()))
    return secrets


def deploy_code(aws, secrets):
    """Deploys other code, which must not change anything about the secrets."""
    sent = aws.sent()
    code = aws.code()
    aws.build()
    with aws.visitors():
        aws.run("sam deploy")
    assert aws.code() != code
    assert (aws.sent(), aws.secrets()) == (sent, secrets)
    assert all(map(aws.origin_accepts, secrets.values()))
