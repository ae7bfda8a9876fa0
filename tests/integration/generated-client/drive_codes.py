"""Drives the Code Service by a client that was generated from its OpenAPI document. Prints what it saw as JSON.

Usage: drive_codes.py URL OPERATOR_TOKEN APP_TOKEN READER_TOKEN, with the generated package on PYTHONPATH.
"""

import json
import sys

from code_service_client import AuthenticatedClient, models
from code_service_client.api.default import code_stats, import_codes, list_held_codes, mark_assigned, reserve_codes

MARKET = "london-1"
url, operator_token, app_token, reader_token = sys.argv[1:]


def client_of(token):
    return AuthenticatedClient(base_url=url, token=token, raise_on_unexpected_status=True)


def reserve(client, count, key):
    body = models.ReserveCodesRequest(campaign_id="summer-tour", market_id=MARKET, count=count, idempotency_key=key)
    return reserve_codes.sync(client=client, body=body)


def seen(answer):
    return answer.to_dict()


operator, app, reader = client_of(operator_token), client_of(app_token), client_of(reader_token)

codes = models.ImportCodesRequest(codes=["ALPHA-1", "BRAVO-2", "CHARLIE-3", "DELTA-4", "ALPHA-1"])
imported = import_codes.sync(MARKET, client=operator, body=codes)
reserved = reserve(app, 2, "draw-1")
reserved_again = reserve(app, 2, "draw-1")
too_many = reserve(app, 50, "draw-2")
held = [
    models.MarkAssignedRequestCodesItem(market_id=MARKET, code=code, global_user_id=f"fan-{index}")
    for index, code in enumerate(reserved.codes)
]
assigned = mark_assigned.sync(client=app, body=models.MarkAssignedRequest(campaign_id="summer-tour", codes=held))

holders, after = [], None
while True:
    page = list_held_codes.sync(MARKET, client=reader, limit=1, **({} if after is None else {"after": after}))
    holders += [[item.global_user_id, item.code] for item in page.codes]
    after = page.next_
    if after is None:
        break

print(
    json.dumps(
        {
            "imported": seen(imported),
            "reserved": seen(reserved),
            "reservedAgain": seen(reserved_again),
            "tooMany": seen(too_many),
            "assigned": seen(assigned),
            "holders": holders,
            "stats": seen(code_stats.sync(MARKET, client=reader)),
            "refusedScope": seen(reserve(reader, 1, "draw-3")),
            "refusedBody": seen(reserve(app, 0, "draw-4")),
            "refusedToken": seen(reserve(client_of("no.good.token"), 1, "draw-5")),
        }
    )
)
