"""Starts MiniStack 1.5.33 with the gaps mended that would hide a mistake of ours, or lose records that AWS keeps.

Each mend is one function and cites what AWS does. These reach into its inside, so its version is pinned in requirements.txt.
"""

import hashlib
import json
import os
import re
import time

from ministack import app
from ministack.core import iam_actions, lambda_runtime
from ministack.core.responses import error_response_json
from ministack.services import apigateway, appsync, dynamodb, kinesis, lambda_svc
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS
from count_calls import count_calls
from stream_mappings import failed_ids, run_streams_as_aws


def wait_less_for_logs():
    """MiniStack waits 50 ms for the log of a handler that writes none; 3 ms do."""
    lambda_runtime.Worker._drain_stderr_bounded.__defaults__ = (0.003, 0.003, 0.25)


def keep_appsync_functions():
    """AWS::AppSync::FunctionConfiguration is accepted but not stored, so no pipeline finds its functions."""

    def body(props):
        runtime = props.get("Runtime") or {}
        return {
            "name": props.get("Name"),
            "dataSourceName": props.get("DataSourceName"),
            "code": props.get("Code"),
            "runtime": {"name": runtime.get("Name"), "runtimeVersion": runtime.get("RuntimeVersion")},
        }

    handlers = _RESOURCE_HANDLERS["AWS::AppSync::FunctionConfiguration"]
    create, update = handlers["create"], handlers["update"]

    def store(physical_id, attributes, props):
        api_id, function_id = props["ApiId"], attributes["FunctionId"]
        stored = appsync._functions.setdefault(api_id, {})
        stored[function_id] = appsync._function_record(api_id, function_id, body(props))
        return physical_id, attributes

    handlers["create"] = lambda logical_id, props, stack: store(*create(logical_id, props, stack), props)
    handlers["update"] = lambda physical_id, old, new, stack: store(*update(physical_id, old, new, stack), new)


def keep_table_settings():
    """AWS::DynamoDB::Table loses its Kinesis destination, time to live and point-in-time recovery."""
    handlers = _RESOURCE_HANDLERS["AWS::DynamoDB::Table"]
    create, update = handlers["create"], handlers["update"]

    def apply(name, attributes, props):
        if (stream := props.get("KinesisStreamSpecification")) and not dynamodb._kinesis_destinations.get(name):
            dynamodb._enable_kinesis_streaming_destination({"TableName": name, "StreamArn": stream["StreamArn"]})
        if (ttl := props.get("TimeToLiveSpecification")) and name not in dynamodb._ttl_settings:
            dynamodb._update_ttl({"TableName": name, "TimeToLiveSpecification": ttl})
        if recovery := props.get("PointInTimeRecoverySpecification"):
            dynamodb._update_continuous_backups({"TableName": name, "PointInTimeRecoverySpecification": recovery})
        return name, attributes

    handlers["create"] = lambda logical_id, props, stack: apply(*create(logical_id, props, stack), props)
    handlers["update"] = lambda physical_id, old, new, stack, logical_id=None: apply(*update(physical_id, old, new, stack, logical_id), new)


def keep_an_items_records_on_one_shard():
    """
    A Kinesis destination spreads an item's records over the shards by random keys. AWS gives the records of one item one
    partition key, milliseconds and no sequence number (Amazon DynamoDB developer guide, "Kinesis Data Streams record format").
    """

    def fan_out(table_name, record):
        image = {key: record["dynamodb"][key] for key in ("Keys", "NewImage", "OldImage") if key in record["dynamodb"]}
        data = {
            "awsRegion": record["awsRegion"],
            "eventID": record["eventID"],
            "eventName": record["eventName"],
            "userIdentity": record.get("userIdentity"),
            "recordFormat": "application/json",
            "tableName": table_name,
            "dynamodb": {"ApproximateCreationDateTime": int(time.time() * 1000), **image, "SizeBytes": len(json.dumps(image))},
            "eventSource": "aws:dynamodb",
        }
        key = hashlib.sha256(json.dumps(record["dynamodb"]["Keys"], sort_keys=True).encode()).hexdigest()[:32].upper()
        for destination in dynamodb._kinesis_destinations.get(table_name, []):
            if destination.get("DestinationStatus") == "ACTIVE":
                kinesis.put_record_internal(destination["StreamArn"], key, json.dumps(data).encode())

    dynamodb._fan_out_to_kinesis = fan_out


def fail_a_batch_of_unknown_ids():
    """An id that is empty or not of the batch fails the whole batch (AWS Lambda developer guide, "Handling errors for an SQS event source")."""
    execute = lambda_svc._execute_function

    def checked(func, event, *rest, **named):
        result = execute(func, event, *rest, **named)
        records = event.get("Records") if isinstance(event, dict) else None
        if records and records[0].get("eventSource") == "aws:sqs" and not result.get("error"):
            known = {record["messageId"] for record in records}
            if not known.issuperset(failed_ids(result)):
                return {"error": True, "body": {"errorType": "UnknownItem", "errorMessage": "batchItemFailures names what is not in the batch"}}
        return result

    lambda_svc._execute_function = checked


def pass_requests_on_as_they_are():
    """
    MiniStack puts the route's path behind an integration's address. AWS calls the address as it is given (API Gateway
    developer guide, "HTTP proxy integrations for HTTP APIs"). AppSync's own address leads out of this machine, so it is
    called here.
    """
    pass_on = apigateway._invoke_http_proxy
    appsync_host = re.compile(r"^https://([a-z0-9]+)\.appsync-api\.[a-z0-9-]+\.amazonaws\.com/graphql$")

    async def as_given(integration, path, method, headers, body, query_params):
        uri = integration.get("integrationUri", "")
        if found := appsync_host.match(uri):
            uri = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/v1/apis/{found.group(1)}/graphql"
        return await pass_on({**integration, "integrationUri": uri}, "", method, headers, body, query_params)

    apigateway._invoke_http_proxy = as_given


def take_loopback_for_tls():
    """Queues, topics and buckets refuse what comes without TLS, which nothing here has: for their policies all of it comes by TLS."""
    pin = app.pin_request_origin
    app.pin_request_origin = lambda source_ip, secure: pin(source_ip, True)


def name_batches_by_their_right():
    """Batches have no right of their own: what sends one may send many (Service Authorization Reference, Amazon SQS and Amazon SNS)."""
    extract = iam_actions.extract_iam_action

    def right(service, *request):
        action = extract(service, *request)
        return action.removesuffix("Batch") if service in ("sqs", "sns") and action else action

    iam_actions.extract_iam_action = right


def judge_mails_by_their_sender():
    """MiniStack asks for the right to mail as everybody; AWS for that to mail as the sender's identity (Service Authorization Reference, Amazon SES v2)."""
    named = iam_actions._ses_v2_resource_arn

    def resource(method, path, body, region, account_id):
        sender = json.loads(body or b"{}").get("FromEmailAddress") if path.rstrip("/") == "/v2/email/outbound-emails" else None
        if sender is None:
            return named(method, path, body, region, account_id)
        return f"arn:aws:ses:{region}:{account_id}:identity/{sender.rsplit('@')[-1].rstrip('>')}"

    iam_actions._ses_v2_resource_arn = resource


def throttle_when_told():
    """
    Nothing here is ever busy. After the operation `ThrottleTable` {TableName, Requests}, which AWS has not, so many
    requests to that table find it busy: they are refused, batches of several items leave the last one unprocessed
    (Amazon DynamoDB API reference, BatchWriteItem and BatchGetItem).
    """
    left = {}
    handle = dynamodb.handle_request

    async def answer(method, path, headers, body, query_params):
        action = headers.get("x-amz-target", "").rsplit(".", 1)[-1]
        data = json.loads(body or b"{}")
        if action == "ThrottleTable":
            left[data["TableName"]] = data["Requests"]
            return 200, {"Content-Type": "application/x-amz-json-1.0"}, b"{}"
        batch = data.get("RequestItems") or {}
        parts = [part for item in data.get("TransactItems") or [] for part in item.values()]
        names = [data.get("TableName"), *batch, *(part.get("TableName") for part in parts)]
        table = next((name for name in names if left.get(name, 0) > 0), None)
        if table is None:
            return await handle(method, path, headers, body, query_params)
        left[table] -= 1
        member = "UnprocessedKeys" if action == "BatchGetItem" else "UnprocessedItems"
        items = batch.get(table, [])
        items = items["Keys"] if isinstance(items, dict) else items
        if len(items) < 2:
            return error_response_json("ProvisionedThroughputExceededException", "The table is busy, as it was told to be.", 400)

        def some(part):
            return {table: {**batch[table], "Keys": part} if action == "BatchGetItem" else part}

        taken = json.dumps({**data, "RequestItems": {**batch, **some(items[:-1])}}).encode()
        status, answered, text = await handle(method, path, {**headers, "content-length": str(len(taken))}, taken, query_params)
        return status, answered, json.dumps({**json.loads(text), member: some(items[-1:])}).encode()

    dynamodb.handle_request = answer


wait_less_for_logs()
throttle_when_told()
judge_mails_by_their_sender()
name_batches_by_their_right()
take_loopback_for_tls()
pass_requests_on_as_they_are()
keep_appsync_functions()
keep_table_settings()
keep_an_items_records_on_one_shard()
fail_a_batch_of_unknown_ids()
run_streams_as_aws()
if counts := os.environ.get("COUNT_CALLS_INTO"):
    count_calls(counts)

if __name__ == "__main__":
    app.main()
