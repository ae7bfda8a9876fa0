"""The mappings of streams as AWS runs them, in place of MiniStack's pollers."""

import json
import os
import threading
import time
import urllib.request
import uuid

from ministack.core.arn import parse_arn
from ministack.core.concurrency import esm_wake
from ministack.core.responses import _request_account_id, _request_region
from ministack.services import dynamodb, kinesis, lambda_svc, sqs

RETRY_SECONDS = 0.2


def failed_ids(result):
    body = result.get("body")
    failures = body.get("batchItemFailures") if isinstance(body, dict) else None
    return [failure.get("itemIdentifier") if isinstance(failure, dict) else None for failure in failures or []]


def stream_shards(esm):
    """The shards of a mapping's table or Kinesis stream: (shard id, first position, end, records from a position, sequence number of a record)."""
    spec = parse_arn(esm["EventSourceArn"])
    if spec.service == "dynamodb":
        table, _label = lambda_svc._dynamodb_stream_table_from_arn_spec(spec)
        if dynamodb._tables.get(table, {}).get("LatestStreamArn") != esm["EventSourceArn"]:
            return
        yield (
            "shardId-00000000000000000000-00000000",
            dynamodb.stream_start_position(table),
            dynamodb.stream_end_position(table),
            lambda position, count: dynamodb.stream_records_since(table, position, count),
            lambda record: record["dynamodb"]["SequenceNumber"],
        )
    if spec.service == "kinesis":
        stream = kinesis._streams.get(lambda_svc._kinesis_stream_name_from_arn_spec(spec)) or {"shards": {}}
        for shard_id, shard in list(stream["shards"].items()):

            def event_records(position, count, shard_id=shard_id, records=shard["records"]):
                return [kinesis_event(esm, spec, shard_id, record) for record in records[position : position + count]]

            yield shard_id, 0, len(shard["records"]), event_records, lambda record: record["kinesis"]["sequenceNumber"]


def kinesis_event(esm, spec, shard_id, record):
    return {
        "kinesis": {
            "kinesisSchemaVersion": "1.0",
            "partitionKey": record["PartitionKey"],
            "sequenceNumber": record["SequenceNumber"],
            "data": record["Data"],
            "approximateArrivalTimestamp": record["ApproximateArrivalTimestamp"],
        },
        "eventSource": "aws:kinesis",
        "eventVersion": "1.0",
        "eventID": f"{shard_id}:{record['SequenceNumber']}",
        "eventName": "aws:kinesis:record",
        "invokeIdentityArn": f"arn:aws:iam::{spec.account_id}:role/lambda-role",
        "awsRegion": spec.region,
        "eventSourceARN": esm["EventSourceArn"],
    }


def tell_destination(esm, shard_id, records, sequence_of, attempts):
    """
    What AWS tells of records it gave up: to an SQS queue their metadata alone, to an S3 bucket the records too (AWS Lambda
    developer guide, "Retaining discarded batches").
    """
    destination = ((esm.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination") or ""
    now = time.gmtime()
    info = "DDBStreamBatchInfo" if ":dynamodb:" in esm["EventSourceArn"] else "KinesisBatchInfo"
    told = {
        "requestContext": {"functionArn": esm["FunctionArn"], "condition": "RetryAttemptsExhausted", "approximateInvokeCount": attempts},
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
        "version": "1.0",
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", now),
        info: {
            "shardId": shard_id,
            "startSequenceNumber": sequence_of(records[0]),
            "endSequenceNumber": sequence_of(records[-1]),
            "batchSize": len(records),
            "streamArn": esm["EventSourceArn"],
        },
    }
    if ":s3:" in destination:
        key = f"aws/lambda/{esm['UUID']}/{shard_id}/{time.strftime('%Y/%m/%d/%Y-%m-%dT%H.%M.%S', now)}-{uuid.uuid4()}"
        body = json.dumps({**told, "payload": json.dumps({"Records": records})}).encode()
        url = f"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/{destination.split(':::')[1]}/{key}"
        urllib.request.urlopen(urllib.request.Request(url, data=body, method="PUT"), timeout=10).close()
    elif queue := sqs._queue_by_arn(destination):
        sqs._act_send_message({"MessageBody": json.dumps(told)}, queue["url"])


def run_stream_batch(esm, func, shard, place):
    """
    One batch of one shard. A named failure moves the checkpoint to the lowest one; what is left is tried again, halved if
    the mapping bisects, until its retries are used up; then only its metadata goes to the destination (AWS Lambda
    developer guide, "Using Lambda with DynamoDB" and "with Kinesis": error handling).
    """
    shard_id, _start, _end, read, sequence_of = shard
    raw = read(place["position"], place["size"] or esm.get("BatchSize", 100))
    records = lambda_svc._apply_filter_criteria(raw, esm)
    if not records:
        place.update(position=place["position"] + len(raw), attempts=0, size=None)
        return
    result = lambda_svc._execute_function(func, {"Records": records})
    done = 0
    if not result.get("error"):
        named = failed_ids(result) if "ReportBatchItemFailures" in esm.get("FunctionResponseTypes", []) else []
        sequences = [sequence_of(record) for record in raw]
        # An id that is not of the batch fails all of it.
        done = len(raw) if not named else 0 if not set(named) <= set(sequences) else min(sequences.index(name) for name in named)
    if done == len(raw):
        place.update(position=place["position"] + done, attempts=0, size=None)
        return
    if done:
        place.update(position=place["position"] + done, attempts=0, size=None)
        raw = raw[done:]
    place["attempts"] += 1
    retries = esm.get("MaximumRetryAttempts", -1)
    if esm.get("BisectBatchOnFunctionError") and len(raw) > 1:
        place.update(size=(len(raw) + 1) // 2, attempts=place["attempts"] - 1)
    elif 0 <= retries < place["attempts"]:
        tell_destination(esm, shard_id, raw, sequence_of, place["attempts"])
        place.update(position=place["position"] + len(raw), attempts=0, size=None)
    place["not_before"] = time.time() + RETRY_SECONDS
    threading.Timer(RETRY_SECONDS, esm_wake.set).start()


def run_streams_as_aws():
    """MiniStack takes any answer of a stream's handler for success, which loses what it names as failed, and retries a thrown error for ever."""
    places = {}
    busy = set()

    def run(key, *batch):
        try:
            run_stream_batch(*batch)
        finally:
            busy.discard(key)

    def poll():
        worked = False
        for account, region, esm in lambda_svc._iter_all_esms():
            tokens = _request_account_id.set(account), _request_region.set(region)
            try:
                func, _config = lambda_svc._get_func_record_for_qualifier(esm["FunctionName"], esm.get("Qualifier"))
                if func is None or not esm.get("Enabled", True):
                    continue
                for shard in stream_shards(esm):
                    shard_id, start, end, _read, _sequence_of = shard
                    key = (esm["UUID"], shard_id)
                    from_start = esm.get("StartingPosition") == "TRIM_HORIZON"
                    latest = lambda_svc._dynamodb_stream_positions.get(esm["UUID"], end)
                    place = places.setdefault(key, {"position": start if from_start else latest, "attempts": 0, "size": None, "not_before": 0})
                    place["position"] = max(place["position"], start)
                    if key in busy or place["position"] >= end or place["not_before"] > time.time():
                        continue
                    busy.add(key)
                    lambda_svc._dispatch_esm_batch(esm["UUID"], run, key, esm, func, shard, place)
                    worked = True
            finally:
                _request_account_id.reset(tokens[0])
                _request_region.reset(tokens[1])
        return worked

    lambda_svc._poll_dynamodb_streams = poll
    lambda_svc._poll_kinesis = lambda: False
