"""A subscription that says nothing any more is told from one that has nothing to say."""

from __future__ import annotations

import time
from typing import Any

import pytest
from asyncua import ua

from device_drivers.opcua.connection import Connection, _Client


class Said:
    """A subscription that was last heard some seconds ago."""

    def __init__(self, ago_s: float) -> None:
        self.last_publish_at = time.monotonic() - ago_s


class RevisingClient(_Client):
    """Of a server that publishes at its own pace."""

    def __init__(self, interval_ms: float, count: int, said: Said) -> None:
        super().__init__("opc.tcp://127.0.0.1:1")
        self._offer = ua.CreateSubscriptionResult(
            RevisedPublishingInterval=interval_ms, RevisedMaxKeepAliveCount=ua.UInt32(count)
        )
        self._said = said

    async def create_subscription(self, period: Any, *_: Any, **__: Any) -> Any:
        self.get_subscription_revised_params(period, self._offer)
        return self._said


@pytest.mark.parametrize(
    ("interval_ms", "count", "ago_s", "is_deaf"),
    [(50, 40, 5, False), (50, 40, 7, True), (1000, 40, 100, False), (1000, 40, 130, True)],
)
async def test_how_long_silence_may_last_is_what_the_server_made_of_our_wish(
    interval_ms: float, count: int, ago_s: float, is_deaf: bool
) -> None:
    connection = Connection(RevisingClient(interval_ms, count, Said(ago_s)), "opc.tcp://x")
    await connection.subscription(None)  # type: ignore[arg-type]
    connection.lose_if_deaf()
    assert connection.lost.done() is is_deaf
