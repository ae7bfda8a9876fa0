"""
Writes a JSON line for each invocation and each call of a service, with what AWS bills for it.

A function's requests are told apart by the application id in their user agent, which each execution environment is given;
a service's work belongs to whoever called it, which its caller's token names. Units of DynamoDB are those of its developer
guide, "Capacity unit consumption": MiniStack's own for writes, those of the items' sizes for reads.
"""

import base64
import itertools
import json
import re
import threading
import time

from ministack import app
from ministack.core import lambda_runtime
from ministack.services import dynamodb, sqs

COUNTED = ("dynamodb", "sqs", "sns", "s3", "secretsmanager", "kms", "lambda", "states", "monitoring")
WRITES = ("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems")
READ_KB, WRITE_KB = 4, 1


def json_of(body):
    try:
        return json.loads(body or b"{}")
    except ValueError:
        return {}


def units(size, kilobytes):
    return max(1, -(-size // (1024 * kilobytes)))


def subject_of(headers):
    """Whom a bearer token is for; it is read, not checked."""
    token = next((value for name, value in headers.items() if name.lower() == "authorization"), "")
    try:
        payload = token.split(".")[1]
        return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["sub"]
    except (IndexError, ValueError, KeyError):
        return None


def event_source(event):
    """(kind, name, records, caller) of an invocation."""
    if not isinstance(event, dict):
        return "direct", None, 1, None
    records = event.get("Records")
    if isinstance(records, list) and records:
        first = records[0]
        kind = (first.get("eventSource") or "").removeprefix("aws:")
        return kind, (first.get("eventSourceARN") or "").split(":")[-1], len(records), None
    if "rawPath" in event:
        http = (event.get("requestContext") or {}).get("http") or {}
        return "http", f"{http.get('method')} {event['rawPath']}", 1, subject_of(event.get("headers") or {})
    if "authorizationToken" in event:
        return "authorizer", None, 1, None
    return "direct", None, 1, None


def read_units(action, request, answer):
    if action == "GetItem":
        whole = units(dynamodb._item_size_bytes(answer.get("Item") or {}), READ_KB)
        return whole if request.get("ConsistentRead") else whole / 2
    if action == "BatchGetItem":
        total = 0
        for table, asked in request.get("RequestItems", {}).items():
            found = (answer.get("Responses") or {}).get(table) or []
            whole = sum(units(dynamodb._item_size_bytes(item), READ_KB) for item in found) + len(asked["Keys"]) - len(found)
            total += whole if asked.get("ConsistentRead") else whole / 2
        return total
    if action in ("Query", "Scan"):
        size = sum(dynamodb._item_size_bytes(item) for item in answer.get("Items") or [])
        # What a filter dropped was read all the same.
        scanned = size * answer.get("ScannedCount", 0) / max(1, answer.get("Count", 0))
        whole = units(scanned, READ_KB)
        return whole if request.get("ConsistentRead") else whole / 2
    return 0


def refused_write_units(action, request):
    """What a failed condition costs, taken for items up to 1 KB."""
    if action == "TransactWriteItems":
        return 2 * len(request.get("TransactItems", []))
    return 1


def fill_batches():
    """MiniStack hands a function ten messages at most; with a window Lambda receives until the batch is full (AWS Lambda developer guide, "Batching behavior")."""
    receive = sqs._receive_messages_for_esm

    def filled(queue_url, number):
        batch = []
        while len(batch) < number and (more := receive(queue_url, number - len(batch))):
            batch += more
        return batch

    sqs._receive_messages_for_esm = filled


def count_calls(path):
    fill_batches()
    running = {}
    numbers = itertools.count(1)
    lock = threading.Lock()
    lines = open(path, "a", buffering=1)

    def write(line):
        with lock:
            lines.write(json.dumps(line) + "\n")

    def on_behalf_of(caller):
        """A service that calls another does so for its own caller."""
        for invocation in list(running.values()):
            if invocation["function"] == caller or invocation["function"].endswith(f"-{caller}"):
                return invocation["for"]
        return caller

    worker_init, worker_invoke = lambda_runtime.Worker.__init__, lambda_runtime.Worker.invoke

    def named(self, func_name, config, code_zip):
        self.environment_id = f"i{next(numbers)}"
        variables = {**(config.get("Environment") or {}).get("Variables", {}), "AWS_SDK_UA_APP_ID": self.environment_id}
        worker_init(self, func_name, {**config, "Environment": {"Variables": variables}}, code_zip)

    def counted_invoke(self, event, *rest, **named_rest):
        kind, source, records, caller = event_source(event)
        running[self.environment_id] = invocation = {
            "function": self.func_name,
            "for": self.func_name if caller is None else on_behalf_of(caller),
            "caller": caller,
        }
        started = time.monotonic()
        result = worker_invoke(self, event, *rest, **named_rest)
        milliseconds = round((time.monotonic() - started) * 1000)
        log = result.get("log") or ""
        write({"kind": "invocation", **invocation, "source": kind, "from": source, "records": records, "ms": milliseconds,
               "cold": bool(result.get("cold_start")), "failed": result.get("status") == "error",
               "logBytes": len(log.encode()), "logLines": len(log.splitlines())})
        return result

    lambda_runtime.Worker.__init__, lambda_runtime.Worker.invoke = named, counted_invoke

    def caller_of(headers):
        found = re.search(r"\bapp/(i\d+)", headers.get("user-agent", ""))
        return running.get(found.group(1)) if found else None

    def counted(service, handler):
        async def handle(method, url_path, headers, body, query_params):
            action = headers.get("x-amz-target", "").split(".")[-1] or f"{method} {url_path.split('/')[1] if service != 's3' else ''}"
            caller = caller_of(headers)
            line = {"kind": "call", "service": service, "action": action, "bytes": len(body or b""),
                    "function": caller and caller["function"], "for": caller and caller["for"]}
            request = json_of(body) if service in ("dynamodb", "sqs") else {}
            sent = body
            if service == "dynamodb" and action in WRITES:
                sent = json.dumps({**request, "ReturnConsumedCapacity": "TOTAL"}).encode()
            status, answer_headers, answer = await handler(method, url_path, headers, sent, query_params)
            if service == "dynamodb":
                told = json_of(answer)
                line["read"] = read_units(action, request, told) if status == 200 else 0
                line["write"] = 0
                if action in WRITES:
                    consumed = told.pop("ConsumedCapacity", None)
                    of_tables = consumed if isinstance(consumed, list) else [consumed] if consumed else []
                    line["write"] = sum(table["CapacityUnits"] for table in of_tables) if status == 200 else refused_write_units(action, request)
                    if consumed is not None:
                        answer = json.dumps(told).encode()
                        answer_headers = {name: value for name, value in answer_headers.items() if name.lower() not in ("content-length", "x-amz-crc32")}
                line["table"] = request.get("TableName") or next(iter(request.get("RequestItems") or {}), None) or table_of(request)
            if service == "sqs":
                line["messages"] = len(request.get("Entries") or [1])
            if service == "sns":
                text = (body or b"").decode(errors="replace")
                line["messages"] = max(1, len(set(re.findall(r"PublishBatchRequestEntries\.member\.(\d+)\.", text))))
                action_name = re.search(r"Action=(\w+)", text)
                line["action"] = action_name.group(1) if action_name else action
            write({**line, "status": status})
            return status, answer_headers, answer

        return handle

    def table_of(request):
        for item in request.get("TransactItems") or []:
            for operation in item.values():
                return operation.get("TableName")
        return None

    for service in COUNTED:
        app.SERVICE_HANDLERS[service] = counted(service, app.SERVICE_HANDLERS[service])

    ses, execute_api = app._handle_ses_v2_request, app._handle_execute_api_request

    async def counted_ses(method, url_path, headers, body, query_params, request_id):
        answer = await ses(method, url_path, headers, body, query_params, request_id)
        if answer is not None:
            caller = caller_of(headers)
            write({"kind": "call", "service": "ses", "action": f"{method} {url_path}", "bytes": len(body or b""), "status": answer[0],
                   "function": caller and caller["function"], "for": caller and caller["for"]})
        return answer

    async def counted_http_api(host, url_path, method, headers, body, query_params, **rest):
        answer = await execute_api(host, url_path, method, headers, body, query_params, **rest)
        if answer is not None:
            route = re.sub(r"^/_aws/execute-api/[^/]+/[^/]+", "", url_path)
            write({"kind": "call", "service": "http-api", "action": f"{method} {route}", "bytes": len(body or b""), "status": answer[0],
                   "function": None, "for": subject_of(headers)})
        return answer

    app._handle_ses_v2_request, app._handle_execute_api_request = counted_ses, counted_http_api
