#!/usr/bin/env python3
"""Recomputes a published draw from its four files: python3 verify/verify.py DIR

A second implementation of docs/draw.md, with nothing but Python's standard library. Exit status 0: everything agrees.
"""
import hashlib
import hmac
import json
import re
import struct
import sys
from pathlib import Path


def sha256(data):
    return hashlib.sha256(data).digest()


def merkle_root(lines):
    """RFC 9162, section 2.1.1."""
    level = [sha256(b"\x00" + line) for line in lines]
    if not level:
        return sha256(b"")
    while len(level) > 1:
        pairs = [sha256(b"\x01" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def data_lines(path, header):
    content = path.read_bytes()
    if not content.endswith(b"\n"):
        raise ValueError(f"{path.name} does not end with LF")
    first, *lines = content[:-1].split(b"\n")
    if first != header:
        raise ValueError(f"{path.name}, line 1 is not {header.decode()}")
    return lines


def priority(seed, ref, lots):
    return min(hmac.digest(seed, ref + struct.pack(">I", i), "sha256") for i in range(lots))


def highest_tier(rules):
    groups = rules.get("priorityGroups")
    scores = [group["minScore"] for group in groups or []]
    if groups is not None and (not scores or rules["method"] == "score" or any(a <= b for a, b in zip(scores, scores[1:]))):
        raise ValueError("rules.json has priority groups that do not fall, or for the method score")
    return 1000 if rules["method"] == "score" else len(groups) if groups else None


def entrants_of(lines, rules):
    form = re.compile(rb"([0-9a-f]{32}),(0|[1-9][0-9]{0,8}),([1-9][0-9]{0,8}),([a-z0-9>-]+)")
    known, last, entrants = {market["id"] for market in rules["markets"]}, b"", []
    highest = highest_tier(rules)
    for number, line in enumerate(lines, 2):
        fields = form.fullmatch(line)
        if not fields:
            raise ValueError(f"entrants.csv, line {number} has not the form ref,tier,lots,markets")
        ref, tier, lots, ranking = fields[1], int(fields[2]), int(fields[3]), fields[4].decode().split(">")
        if ref <= last:
            raise ValueError(f"entrants.csv, line {number} is not sorted by ref")
        if len(set(ranking)) < len(ranking) or not known.issuperset(ranking):
            raise ValueError(f"entrants.csv, line {number} ranks a market twice or one that is unknown")
        if rules["method"] == "random" and lots != 1:
            raise ValueError(f"entrants.csv, line {number} has more than one lot")
        if highest is not None and tier > highest:
            raise ValueError(f"entrants.csv, line {number} has a tier above {highest}, the highest by the rules")
        entrants.append((ref, tier, lots, ranking))
        last = ref
    return entrants


def results_of(entrants, rules, seed):
    ordered = sorted((tier, priority(seed, ref, lots), ref, ranking) for ref, tier, lots, ranking in entrants)
    left = {market["id"]: market["capacity"] for market in rules["markets"]}
    room = {market["id"]: market["waitlistCapacity"] for market in rules["markets"]}
    waiting = dict.fromkeys(left, 0)
    for position, (_, _, ref, ranking) in enumerate(ordered, 1):
        won = next((market for market in ranking if left[market] > 0), "")
        places = []
        if won:
            left[won] -= 1
        else:
            for market in ranking:
                if waiting[market] < room[market]:
                    waiting[market] += 1
                    places.append(f"{market}:{waiting[market]}")
        verdict = "WINNER" if won else "WAITLIST" if places else "LOSER"
        yield f"{position},{ref.decode()},{verdict},{won},{'>'.join(places)}".encode()


def verify(folder):
    rules_bytes = (folder / "rules.json").read_bytes()
    rules, draw = json.loads(rules_bytes), json.loads((folder / "draw.json").read_bytes())
    entrant_lines = data_lines(folder / "entrants.csv", b"ref,tier,lots,markets")
    result_lines = data_lines(folder / "results.csv", b"position,ref,verdict,market,waitlist")
    secret, used, asked = bytes.fromhex(draw["secret"]), draw["publicRandomness"], rules["publicRandomness"]
    yield "versions", (rules["version"], draw["version"]) == (1, 1)
    yield "rules' hash", draw["rulesHash"] == sha256(rules_bytes).hex()
    previous, before = rules["previous"], folder.resolve().parent / str(rules["draw"] - 1) / "draw.json"
    yield "first or following", (rules["draw"] == 1) == (previous is None)
    if previous is not None and before.exists():
        yield "draw before", previous == sha256(before.read_bytes()).hex()
    yield "commitment", rules["commitment"] == sha256(b"reg-workers commit v1\n" + secret).hex()
    # A signature of drand is not checked here, so such a draw is not confirmed.
    yield "public randomness", used is None if asked == "none" else bool(used) and asked["kind"] == used["kind"] == "text"
    yield "entrants' count", draw["entrantsCount"] == len(entrant_lines)
    root = merkle_root(entrant_lines)
    yield "entrants' root", draw["entrantsRoot"] == root.hex()
    late = bytes.fromhex(used["value"]) if used else b""
    seed = hmac.digest(secret, b"reg-workers draw v1\n" + sha256(rules_bytes) + root + late, "sha256")
    yield "seed", draw["seed"] == seed.hex()
    entrants = entrants_of(entrant_lines, rules)
    later = sum(tier > 0 for _, tier, _, _ in entrants) if highest_tier(rules) is None else 0
    if later:
        yield f"{later} entrants have a tier above 0, though the rules name no priority groups", None
    computed = list(results_of(entrants, rules, seed))
    differing = [i for i, (a, b) in enumerate(zip(computed, result_lines), 2) if a != b]
    where = f", first in line {differing[0]}" if differing else ""
    yield f"results{where}", computed == result_lines
    yield "results' root", draw["resultsRoot"] == merkle_root(result_lines).hex()


def main():
    if len(sys.argv) != 2:
        print("usage: python3 verify/verify.py DIR", file=sys.stderr)
        return 2
    try:
        checks = []
        for name, ok in verify(Path(sys.argv[1])):
            print(f"{'NOTE  ' if ok is None else 'ok    ' if ok else 'NOT OK'} {name}")
            checks.append(ok)
        return 1 if False in checks else 0
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"NOT OK {type(error).__name__}: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
