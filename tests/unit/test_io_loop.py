"""The I/O thread starts, serves and above all stops."""

from __future__ import annotations

import asyncio
import threading

import pytest

from app.runtime.io_loop import IoLoop


@pytest.fixture
def io_loop() -> IoLoop:
    loop = IoLoop()
    loop.start()
    return loop


def test_work_runs_on_the_named_thread(io_loop: IoLoop) -> None:
    async def where() -> str:
        return threading.current_thread().name

    assert io_loop.submit(where()).result(5) == "station-io"
    assert io_loop.stop()


def test_stopping_lets_running_work_clean_up(io_loop: IoLoop) -> None:
    cleaned, started = threading.Event(), threading.Event()

    async def forever() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.set()

    io_loop.submit(forever())
    assert started.wait(5)
    assert io_loop.stop(5)
    assert cleaned.is_set()


def test_submitting_after_the_end_fails_loudly(io_loop: IoLoop) -> None:
    io_loop.stop()
    with pytest.raises(RuntimeError, match="after stop"):
        io_loop.submit(asyncio.sleep(0))
