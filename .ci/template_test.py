"""Checks what template.yaml becomes, once the SAM transform has expanded it."""

import json
import re
from graphlib import TopologicalSorter
from pathlib import Path

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

SECRET = re.compile(r"\{\{resolve:secretsmanager:\$\{EdgeSecret\}:SecretString::(AWSCURRENT|AWSPREVIOUS)\}\}")


def expanded():
    template = yaml_parse((Path(__file__).parent.parent / "template.yaml").read_text())
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


def test_access_logs_are_json():
    json.loads(only("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]["Format"])


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
    assert graph["Distribution"] >= {"Api", "CachePolicy", "EdgeFunction", "EdgeSecret"}
    TopologicalSorter(graph).prepare()  # raises CycleError


def test_the_function_changes_after_the_distribution():
    assert "Distribution" in listed(RESOURCES["Function"]["DependsOn"])


def secrets(rotating):
    """The versions that the edge sends, and those that the function accepts."""
    origin = only("AWS::CloudFront::Distribution")["DistributionConfig"]["Origins"][0]
    sent = origin["OriginCustomHeaders"][0]["HeaderValue"]
    accepted = only("AWS::Lambda::Function")["Environment"]["Variables"]["EDGE_SECRET"]
    values = []
    for value in (sent, accepted):
        condition, when_rotating, otherwise = value["Fn::If"]
        assert condition == "IsRotating"
        text = (when_rotating if rotating else otherwise)["Fn::Sub"]
        assert SECRET.sub("", text).strip() == "", "the secret in clear text"
        values.append(SECRET.findall(text))
    return values


def test_the_edge_sends_the_one_secret_that_the_function_accepts():
    assert secrets(rotating=False) == [["AWSCURRENT"], ["AWSCURRENT"]]


def test_while_the_secret_rotates_the_edge_sends_the_old_one_and_the_function_accepts_both():
    assert secrets(rotating=True) == [["AWSPREVIOUS"], ["AWSCURRENT", "AWSPREVIOUS"]]


def test_the_secret_is_generated_and_never_shown():
    secret = only("AWS::SecretsManager::Secret")
    assert "SecretString" not in secret
    assert secret["GenerateSecretString"] == {"PasswordLength": 48, "ExcludePunctuation": True}
    assert "{{resolve" not in json.dumps(STACK["Outputs"])


def test_cloudfront_may_send_the_field_with_the_secret():
    # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
    origin = only("AWS::CloudFront::Distribution")["DistributionConfig"]["Origins"][0]
    assert not origin["OriginCustomHeaders"][0]["HeaderName"].startswith(("x-edge-", "x-amz-"))


def test_the_viewers_host_is_not_forwarded():
    behavior = only("AWS::CloudFront::Distribution")["DistributionConfig"]["DefaultCacheBehavior"]
    key = only("AWS::CloudFront::CachePolicy")["CachePolicyConfig"]["ParametersInCacheKeyAndForwardedToOrigin"]
    assert "OriginRequestPolicyId" not in behavior
    assert key["HeadersConfig"]["Headers"] == ["Accept"]


def test_every_alarm_tells_the_topic_and_is_silent_without_traffic():
    alarms = of_type("AWS::CloudWatch::Alarm")
    assert len(alarms) == 3
    for alarm in alarms.values():
        assert alarm["AlarmActions"] == [{"Ref": "AlarmTopic"}]
        assert alarm["TreatMissingData"] == "notBreaching"


def test_outputs_begin_with_the_url_that_documents_name():
    name, output = next(iter(STACK["Outputs"].items()))
    assert name == "Url"
    assert output["Value"] == only("AWS::Lambda::Function")["Environment"]["Variables"]["SITE_URL"]
