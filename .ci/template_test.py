"""Checks what template.yaml becomes, once the SAM transform has expanded it."""

import json
import re
from graphlib import TopologicalSorter
from itertools import count, pairwise, product
from pathlib import Path

import boto3
import pytest
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

TEMPLATE = Path(__file__).parent.parent / "template.yaml"


def expanded():
    template = yaml_parse(TEMPLATE.read_text())
    # In its place sam deploy puts what it has uploaded.
    template["Resources"]["Function"]["Properties"]["CodeUri"] = "s3://bucket/function.zip"
    return Translator({}, Parser(), boto_session=boto3.Session(region_name="us-east-1")).translate(template, {})


STACK = expanded()
RESOURCES = STACK["Resources"]


def of_type(name):
    return {key: resource["Properties"] for key, resource in RESOURCES.items() if resource["Type"] == name}


def only(name):
    [properties] = of_type(name).values()
    return properties


def listed(value):
    return value if isinstance(value, list) else [value]


def references(value):
    """The resources that a value names by Ref, Fn::GetAtt or Fn::Sub."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if not isinstance(value, dict):
        return set()
    names = {value.get("Ref")} | {listed(value.get("Fn::GetAtt"))[0]}
    if "Fn::Sub" in value:
        names |= set(re.findall(r"\$\{(\w+)", listed(value["Fn::Sub"])[0]))
    return (names & RESOURCES.keys()).union(*map(references, value.values()))


class Evaluation:
    """Computes the template's functions as CloudFormation does. The Ref of a resource is its own name, unless ids says otherwise."""

    def __init__(self, parameters=None, stack="http-codes", region="eu-central-1", ids=None):
        defaults = {name: parameter.get("Default") for name, parameter in STACK["Parameters"].items()}
        assert (parameters or {}).keys() <= defaults.keys()
        self.values = {name: name for name in RESOURCES} | defaults | (parameters or {}) | (ids or {})
        self.values |= {
            "AWS::AccountId": "123456789012",
            "AWS::NoValue": None,
            "AWS::Partition": "aws",
            "AWS::Region": region,
            "AWS::StackId": f"arn:aws:cloudformation:{region}:123456789012:stack/{stack}/01234567-89ab-cdef-0123-456789abcdef",
            "AWS::StackName": stack,
            "AWS::URLSuffix": "amazonaws.com",
        }
        self.functions = {
            "Ref": self.values.__getitem__,
            "Fn::Equals": lambda operands: len({str(self.of(operand)) for operand in operands}) == 1,
            "Fn::GetAtt": ".".join,
            "Fn::If": lambda operands: self.of(operands[1 if self.holds(operands[0]) else 2]),
            "Fn::Not": lambda operands: not self.of(operands[0]),
            "Fn::Or": lambda operands: any(map(self.of, operands)),
            "Fn::Select": lambda operands: self.of(operands[1])[operands[0]],
            "Fn::Split": lambda operands: self.of(operands[1]).split(operands[0]),
            "Fn::Sub": self.substituted,
        }

    def of(self, value):
        if isinstance(value, list):
            return [self.of(item) for item in value]
        if not isinstance(value, dict):
            return value
        if len(value) == 1 and (name := next(iter(value))) in self.functions:
            return self.functions[name](value[name])
        return {key: self.of(item) for key, item in value.items()}

    def substituted(self, operand):
        text, values = operand if isinstance(operand, list) else (operand, {})
        values = self.values | self.of(values)
        return re.sub(r"\$\{([\w:]+)\}", lambda match: values[match[1]], re.sub(r"\$\{\w+\.\w+\}", "attribute", text))

    def holds(self, condition):
        return self.of(STACK["Conditions"][condition])

    def exists(self, resource):
        condition = RESOURCES[resource].get("Condition")
        return condition is None or self.holds(condition)

    def allows(self):
        """Whether CloudFormation accepts the parameters by the template's rules."""
        assertions = [item for rule in STACK["Rules"].values() for item in rule["Assertions"]]
        return all(self.of(item["Assert"]) for item in assertions)


def test_the_role_is_lambdas_alone():
    [statement] = only("AWS::IAM::Role")["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "lambda.amazonaws.com"}
    assert statement["Action"] == "sts:AssumeRole"
    assert only("AWS::Lambda::Function")["Role"] == {"Fn::GetAtt": ["FunctionRole", "Arn"]}


def test_the_role_may_do_nothing_but_write_to_the_functions_log_group():
    role = only("AWS::IAM::Role")
    assert "ManagedPolicyArns" not in role
    [statement] = role["Policies"][0]["PolicyDocument"]["Statement"]
    assert statement["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]
    assert statement["Resource"] == {"Fn::GetAtt": ["FunctionLogs", "Arn"]}


def test_no_policy_has_a_wildcard():
    statements = []

    def collect(value):
        if isinstance(value, dict):
            if "Effect" in value:
                statements.append(value)
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                collect(item)

    collect(RESOURCES)
    assert len(statements) == 2
    for statement in statements:
        assert "*" not in json.dumps(statement), statement


def test_every_log_has_a_group_that_ends():
    groups = of_type("AWS::Logs::LogGroup")
    assert all("RetentionInDays" in group for group in groups.values())
    for function in of_type("AWS::Lambda::Function").values():
        assert function["LoggingConfig"]["LogGroup"]["Ref"] in groups
    for stage in of_type("AWS::ApiGatewayV2::Stage").values():
        assert stage["AccessLogSettings"]["DestinationArn"]["Fn::GetAtt"][0] in groups


def log_line(**values):
    """A line of the access log, of which API Gateway replaces each variable by its value."""
    sample = {
        "httpMethod": "GET",
        "identity.userAgent": "Amazon CloudFront",
        "integrationErrorMessage": "-",
        "path": "/404",
        "requestId": "JKJaXmPLvHcESHA=",
        "requestTime": "28/Nov/2026:16:25:00 +0000",
        "responseLatency": "3",
        "responseLength": "6140",
        "status": "200",
    }
    assert values.keys() <= sample.keys()
    sample |= values
    text = only("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]["Format"]
    return re.sub(r"\$context\.([\w.]+)", lambda match: sample[match[1]], text)


def matches(pattern, line):
    """Evaluates those patterns of CloudWatch that have terms with strings, which may begin or end with an asterisk, and &&.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
    """
    try:
        entry = json.loads(line)
    except ValueError:
        return False
    [terms] = re.fullmatch(r"\{ (.+) \}", pattern).groups()
    for term in terms.split(" && "):
        member, operator, start, text, end = re.fullmatch(r'\$\.(\w+) (=|!=) "(\*?)([^"*]+)(\*?)"', term).groups()
        expected = (".*" if start else "") + re.escape(text) + (".*" if end else "")
        found = isinstance(entry.get(member), str) and re.fullmatch(expected, entry[member], re.DOTALL)
        if member not in entry or bool(found) != (operator == "="):
            return False
    return True


def counted(line):
    return {
        transformation["MetricName"]
        for metric_filter in of_type("AWS::Logs::MetricFilter").values()
        for transformation in metric_filter["MetricTransformations"]
        if matches(metric_filter["FilterPattern"], line)
    }


def test_access_logs_are_json():
    assert json.loads(log_line())["userAgent"] == "Amazon CloudFront"


def test_responses_that_are_no_fault_are_not_counted():
    for status in ("200", "301", "304", "400", "404", "405"):
        assert counted(log_line(status=status)) == set()
    assert counted(log_line(path="/503", responseLength="5000", responseLatency="429")) == set()


def test_a_refusal_counts_when_cloudfront_gets_it():
    assert counted(log_line(status="403")) == {"Refusals"}
    # All the others who try the API's own address are meant to be refused.
    for user_agent in ("curl/8.14.1", "Mozilla/5.0 (compatible; Amazon CloudFront)", "Amazon CloudFront/2", "-"):
        assert counted(log_line(status="403", **{"identity.userAgent": user_agent})) == set()


def test_throttling_and_server_errors_count_whoever_gets_them():
    for user_agent in ("Amazon CloudFront", "curl/8.14.1"):
        assert counted(log_line(status="429", **{"identity.userAgent": user_agent})) == {"TooManyRequests"}
        for status in ("500", "502", "503", "504"):
            assert counted(log_line(status=status, **{"identity.userAgent": user_agent})) == {"Errors"}


@pytest.mark.parametrize("status", ["403", "429", "500", "503", "599"])
def test_what_visitors_ask_for_under_echo_does_not_count(status):
    assert counted(log_line(status=status, path=f"/echo/{status}")) == set()
    for path in ("/echo", "/echoes", "/codes/echo/", f"/{status}"):
        assert counted(log_line(status=status, path=path)) != set()


def test_each_metric_of_the_access_log_has_its_alarm_and_belongs_to_this_stack():
    metrics = []
    for metric_filter in of_type("AWS::Logs::MetricFilter").values():
        assert metric_filter["LogGroupName"] == {"Ref": "ApiLogs"}
        [transformation] = metric_filter["MetricTransformations"]
        assert transformation["MetricNamespace"] == {"Ref": "AWS::StackName"}
        assert transformation["MetricValue"] == "1"
        metrics.append(transformation["MetricName"])
    alarms = [alarm for alarm in of_type("AWS::CloudWatch::Alarm").values() if "Dimensions" not in alarm]
    assert sorted(metrics) == sorted(alarm["MetricName"] for alarm in alarms) == ["Errors", "Refusals", "TooManyRequests"]
    for alarm in alarms:
        assert alarm["Namespace"] == {"Ref": "AWS::StackName"}
        assert (alarm["Statistic"], alarm["ComparisonOperator"], alarm["Threshold"]) == ("Sum", "GreaterThanThreshold", 0)


def test_no_alarm_counts_by_a_metric_that_mixes_the_paths():
    # API Gateway has 4xx and 5xx for the whole API only.
    metrics = {(str(alarm["Namespace"]), alarm["MetricName"]) for alarm in of_type("AWS::CloudWatch::Alarm").values()}
    assert {name for namespace, name in metrics if namespace == "AWS/ApiGateway"} == {"Latency"}
    assert {name for namespace, name in metrics if namespace == "AWS/Lambda"} == {"Throttles"}


def test_deliveries_to_the_access_log_need_no_line_in_the_accounts_policy():
    # https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
    destination = only("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]["DestinationArn"]["Fn::GetAtt"][0]
    assert Evaluation().of(RESOURCES[destination]["Properties"]["LogGroupName"]) == "/aws/vendedlogs/http-codes/access"


@pytest.mark.parametrize("region", ["eu-central-1", "ap-southeast-1", "us-gov-west-1"])
def test_names_fit_whatever_the_stack_is_called(region):
    stack = "s" * 128  # the longest that CloudFormation takes
    evaluation = Evaluation(stack=stack, region=region)
    names = {}

    def collect(path, value):
        if isinstance(value, dict):
            for key, item in value.items():
                collect(f"{path}.{key}", item)
        elif isinstance(value, list):
            for item in value:
                collect(path, item)
        elif path.endswith("Name") and value is not None:
            names.setdefault(path, []).append(value)

    for name, resource in RESOURCES.items():
        collect(name, evaluation.of(resource.get("Properties", {})))
    [[log_group]] = [names.pop("ApiLogs.LogGroupName")]
    assert len(log_group) <= 512
    assert {"Api.Name", "CachePolicy.CachePolicyConfig.Name", "EdgeFunction.Name"} <= names.keys()
    for path, values in names.items():
        assert all(len(value) <= 64 for value in values), path
    # CloudFront is one for all regions, in which stacks may have the same name.
    for path in ("CachePolicy.CachePolicyConfig.Name", "EdgeFunction.Name"):
        assert re.fullmatch(r"[a-zA-Z0-9_-]+", names[path][0])
        assert names[path][0].endswith(evaluation.of({"Ref": "AWS::StackId"}).split("/")[-1])
    distribution = evaluation.of(only("AWS::CloudFront::Distribution"))["DistributionConfig"]
    assert len(distribution["Comment"]) <= 128


def test_the_stage_throttles():
    settings = only("AWS::ApiGatewayV2::Stage")["DefaultRouteSettings"]
    assert settings["ThrottlingRateLimit"] == settings["ThrottlingBurstLimit"] == {"Ref": "RequestsPerSecond"}


def test_only_the_api_invokes_the_function():
    permission = only("AWS::Lambda::Permission")
    assert permission["Principal"] == "apigateway.amazonaws.com"
    assert ":${AWS::AccountId}:${Api}/" in permission["SourceArn"]["Fn::Sub"]


def test_nothing_is_public_but_the_distribution():
    ways_in = {
        "AWS::ApiGateway::RestApi",
        "AWS::ApiGatewayV2::Api",
        "AWS::CloudFront::Distribution",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::Lambda::Url",
        "AWS::S3::Bucket",
    }
    # The API's own address is open, and what it answers is up to the function, which asks for the secret.
    assert ways_in & {resource["Type"] for resource in RESOURCES.values()} == {
        "AWS::ApiGatewayV2::Api",
        "AWS::CloudFront::Distribution",
    }


def test_preflights_reach_the_function():
    assert "CorsConfiguration" not in only("AWS::ApiGatewayV2::Api")


def test_no_resource_waits_for_itself():
    graph = {
        name: references(resource["Properties"]) | set(listed(resource.get("DependsOn", [])))
        for name, resource in RESOURCES.items()
        if "Properties" in resource
    }
    assert graph["Distribution"] >= {"Api", "CachePolicy", "EdgeFunction", "EdgeSecret", "SecondEdgeSecret"}
    TopologicalSorter(graph).prepare()  # raises CycleError


def test_the_function_changes_after_the_distribution():
    assert "Distribution" in listed(RESOURCES["Function"]["DependsOn"])


SECRET = re.compile(r"\{\{resolve:secretsmanager:(.+?):SecretString::AWSCURRENT\}\}")
# README's steps to rotate the secret, and then those of the next time, the other way round.
ROTATION = ["first", "second", "only-second", "second", "first", "only-first", "first"]


class Stack:
    """What the edge sends and what the function accepts, deployment after deployment."""

    def __init__(self, reads_again):
        self.reads_again = reads_again  # Does CloudFormation read a secret again if the text of the reference is the same?
        self.arns, self.texts, self.values = {}, {}, {}
        self.numbers = count(1)

    def update(self, secrets, texts):
        """Returns what the edge sends and what the function accepts, before and after."""
        before = dict(self.values)
        arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:{}-{}".format
        self.arns = {name: self.arns.get(name) or arn(name, next(self.numbers)) for name in secrets}
        for holder, text in texts(self.arns).items():
            if self.reads_again or text != self.texts.get(holder):
                assert SECRET.sub("", text).strip() == "", "a secret in clear text"
                assert set(SECRET.findall(text)) <= set(self.arns.values()), "a secret that does not exist"
                self.texts[holder] = text
                self.values[holder] = [f"the value of {arn}" for arn in SECRET.findall(text)]
        return before or self.values, self.values

    def deploy(self, secret_in_use):
        def texts(arns):
            evaluation = Evaluation({"EdgeSecretInUse": secret_in_use}, ids=arns)
            [origin] = only("AWS::CloudFront::Distribution")["DistributionConfig"]["Origins"]
            [header] = origin["OriginCustomHeaders"]
            accepted = only("AWS::Lambda::Function")["Environment"]["Variables"]["EDGE_SECRET"]
            return {"edge": evaluation.of(header["HeaderValue"]), "function": evaluation.of(accepted)}

        evaluation = Evaluation({"EdgeSecretInUse": secret_in_use})
        return self.update([name for name in of_type("AWS::SecretsManager::Secret") if evaluation.exists(name)], texts)

    def deploy_the_template_before(self):
        """The template that had one secret, which both referred to."""
        reference = "{{{{resolve:secretsmanager:{}:SecretString::AWSCURRENT}}}}".format
        return self.update(
            ["EdgeSecret"], lambda arns: {holder: reference(arns["EdgeSecret"]) for holder in ("edge", "function")}
        )


def assert_nobody_is_locked_out(before, after):
    """Whichever of the two changes first, and however long the other one takes."""
    for edge, function in product((before, after), repeat=2):
        [sent] = edge["edge"]
        assert sent in function["function"]


@pytest.fixture(params=[True, False], ids=["every reference is read again", "only changed references are read"])
def stack(request):
    return Stack(reads_again=request.param)


def test_the_edge_sends_one_secret_and_the_function_accepts_every_secret_that_exists(stack):
    assert STACK["Parameters"]["EdgeSecretInUse"]["AllowedValues"] == ["first", "second", "only-first", "only-second"]
    expected = {
        "first": ("EdgeSecret", {"EdgeSecret", "SecondEdgeSecret"}),
        "second": ("SecondEdgeSecret", {"EdgeSecret", "SecondEdgeSecret"}),
        "only-first": ("EdgeSecret", {"EdgeSecret"}),
        "only-second": ("SecondEdgeSecret", {"SecondEdgeSecret"}),
    }
    for secret_in_use, (sent, accepted) in expected.items():
        stack.deploy(secret_in_use)
        assert stack.arns.keys() == accepted
        assert SECRET.findall(stack.texts["edge"]) == [stack.arns[sent]]
        assert set(SECRET.findall(stack.texts["function"])) == set(stack.arns.values())


def test_no_step_of_a_rotation_locks_anyone_out(stack):
    for secret_in_use in ROTATION * 2:
        assert_nobody_is_locked_out(*stack.deploy(secret_in_use))


def test_a_deployment_between_two_steps_changes_nothing(stack):
    for secret_in_use in ROTATION:
        stack.deploy(secret_in_use)
        before, after = stack.deploy(secret_in_use)
        assert before == after


@pytest.mark.parametrize("before, after", list(pairwise(ROTATION)))
def test_to_undo_a_step_locks_nobody_out(stack, before, after):
    for secret_in_use in (before, after, before):
        assert_nobody_is_locked_out(*stack.deploy(secret_in_use))


def test_a_forgotten_value_of_the_parameter_locks_nobody_out(stack):
    for secret_in_use in ["first", "second", "first", "first", "second", "second"]:
        assert_nobody_is_locked_out(*stack.deploy(secret_in_use))


def test_a_rotation_makes_the_value_before_worthless(stack):
    for start, *steps in (ROTATION[:4], ROTATION[3:]):
        stack.deploy(start)
        [leaked] = stack.values["edge"]
        for secret_in_use in steps:
            stack.deploy(secret_in_use)
        assert len(stack.values["function"]) == 2
        assert leaked not in stack.values["function"]


def test_even_a_rotation_in_one_step_has_no_gap(stack):
    """Because the edge changes before the function, which waits for it."""
    assert "Distribution" in listed(RESOURCES["Function"]["DependsOn"])
    for secret_in_use, other in [("first", "only-second"), ("second", "only-first")]:
        stack.deploy(secret_in_use)
        before, after = stack.deploy(other)
        assert set(after["edge"]) <= set(before["function"]) & set(after["function"])


def test_an_upgrade_of_the_template_with_one_secret_locks_nobody_out_and_can_be_undone(stack):
    stack.deploy_the_template_before()
    [sent] = stack.values["edge"]
    assert_nobody_is_locked_out(*stack.deploy(STACK["Parameters"]["EdgeSecretInUse"]["Default"]))
    assert stack.values["edge"] == [sent]
    assert_nobody_is_locked_out(*stack.deploy_the_template_before())


def test_no_value_of_a_secret_ever_changes():
    # To the previous value a reference would have to be read again without a change of its text.
    assert "AWSPREVIOUS" not in json.dumps(STACK)
    # A name of its own would be taken when the next secret is made.
    assert all("Name" not in secret for secret in of_type("AWS::SecretsManager::Secret").values())


def test_the_secrets_are_generated_and_never_shown():
    secrets = of_type("AWS::SecretsManager::Secret")
    assert len(secrets) == 2
    for secret in secrets.values():
        assert "SecretString" not in secret
        assert secret["GenerateSecretString"] == {"PasswordLength": 48, "ExcludePunctuation": True}
    assert "{{resolve" not in json.dumps(STACK["Outputs"])


@pytest.mark.parametrize("secret_in_use", ROTATION)
def test_the_output_is_the_arn_of_the_secret_that_the_edge_sends(stack, secret_in_use):
    stack.deploy(secret_in_use)
    output = Evaluation({"EdgeSecretInUse": secret_in_use}, ids=stack.arns).of(STACK["Outputs"]["EdgeSecretArn"]["Value"])
    assert SECRET.findall(stack.texts["edge"]) == [output]


def test_cloudfront_may_send_the_header_with_the_secret():
    # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
    origin = only("AWS::CloudFront::Distribution")["DistributionConfig"]["Origins"][0]
    assert not origin["OriginCustomHeaders"][0]["HeaderName"].startswith(("x-edge-", "x-amz-"))


def test_neither_host_nor_user_agent_of_the_viewer_is_forwarded():
    # execute-api knows no other host than its own, and the alarm on refusals knows CloudFront by its User-Agent.
    behavior = only("AWS::CloudFront::Distribution")["DistributionConfig"]["DefaultCacheBehavior"]
    key = only("AWS::CloudFront::CachePolicy")["CachePolicyConfig"]["ParametersInCacheKeyAndForwardedToOrigin"]
    assert "OriginRequestPolicyId" not in behavior
    assert key["HeadersConfig"] == {"HeaderBehavior": "whitelist", "Headers": ["Accept"]}
    [origin] = only("AWS::CloudFront::Distribution")["DistributionConfig"]["Origins"]
    assert [header["HeaderName"] for header in origin["OriginCustomHeaders"]] == ["x-origin-verify"]
    assert "user-agent" not in only("AWS::CloudFront::Function")["FunctionCode"].lower()


def test_every_alarm_tells_the_topic_and_is_silent_without_traffic():
    alarms = of_type("AWS::CloudWatch::Alarm")
    assert len(alarms) == 5
    for alarm in alarms.values():
        assert alarm["AlarmActions"] == [{"Ref": "AlarmTopic"}]
        assert alarm["TreatMissingData"] == "notBreaching"


def test_a_budget_is_optional_and_writes_to_the_address_for_alarms():
    budget = only("AWS::Budgets::Budget")
    for amount, exists in [(0, False), ("0", False), ("25", True)]:
        evaluation = Evaluation({"MonthlyBudget": amount, "AlarmEmail": "me@example.com"})
        assert evaluation.allows()
        assert evaluation.exists("Budget") == exists
    assert not Evaluation({"MonthlyBudget": "25"}).allows(), "a budget of which nobody hears"
    assert Evaluation().allows() and not Evaluation().exists("Budget")
    assert evaluation.of(budget["Budget"]["BudgetLimit"]) == {"Amount": "25", "Unit": "USD"}
    notifications = {}
    for notification in evaluation.of(budget["NotificationsWithSubscribers"]):
        assert notification["Subscribers"] == [{"SubscriptionType": "EMAIL", "Address": "me@example.com"}]
        notifications[notification["Notification"]["NotificationType"]] = notification["Notification"]["Threshold"]
    assert notifications == {"ACTUAL": 80, "FORECASTED": 100}


def test_the_edge_keeps_its_connections_to_the_api():
    [origin] = only("AWS::CloudFront::Distribution")["DistributionConfig"]["Origins"]
    assert origin["CustomOriginConfig"]["OriginKeepaliveTimeout"] == 60


def test_src_deploy_can_put_the_template_back():
    # Larger ones cannot be in the request: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html
    assert TEMPLATE.stat().st_size <= 51_200


def test_outputs_begin_with_the_url_that_documents_name():
    name, output = next(iter(STACK["Outputs"].items()))
    assert name == "Url"
    assert output["Value"] == only("AWS::Lambda::Function")["Environment"]["Variables"]["SITE_URL"]
