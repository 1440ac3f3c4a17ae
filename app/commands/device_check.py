"""``asbuilt device check URL``: who answers, how fast, what works and what does not."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING

import msgspec

from app.domain.errors import DeviceFault
from device_drivers.examining import examine

if TYPE_CHECKING:
    from device_drivers.finding import Finding

OK, FAILED = 0, 1
MOST_CHARS = 80


async def check(url: str, *, timeout_s: float, as_json: bool) -> int:
    """Print one line for each thing looked at; 1 when something a station needs does not work.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    # What a driver would log is said here as a finding, or as the sentence of a fault.
    logging.getLogger("device_drivers").addHandler(logging.NullHandler())
    try:
        async with asyncio.timeout(timeout_s + 1):
            findings = await examine(url, timeout_s)
    except TimeoutError:
        print(f"{url}: no answer within {timeout_s:g} s.", file=sys.stderr)
        return FAILED
    except DeviceFault as fault:
        print(f"{url}: {fault.detail}.", file=sys.stderr)
        return FAILED
    for finding in findings:
        print(_as_json(finding) if as_json else _sentence(finding))
    return FAILED if any(f.matters and not f.works for f in findings) else OK


async def trust(url: str) -> int:
    """Trust the server at ``url`` from now on, and say which certificate that is.

    Raises:
        InvalidInput: the URL is not an OPC UA server's.
    """
    from device_drivers.opcua.check import trust as trust_server

    try:
        print(await trust_server(url))
    except DeviceFault as fault:
        print(f"{url}: {fault.detail}.", file=sys.stderr)
        return FAILED
    return OK


def _as_json(finding: Finding) -> str:
    facts = {"topic": finding.topic, "works": finding.works, **finding.facts}
    return msgspec.json.encode(facts).decode()


def _sentence(finding: Finding) -> str:
    refused = "does not work" if finding.matters else "not offered"
    facts = [f"{key} {_cut(value)}" for key, value in finding.facts.items()]
    mark = "works" if finding.works else refused
    return ", ".join((f"{finding.topic}: {mark}", *facts))


def _cut(text: str) -> str:
    """For eyes; ``--json`` has all of it."""
    return text if len(text) <= MOST_CHARS else f"{text[:MOST_CHARS]}…"
