"""What every test needs: no display, no silent warnings, and a None that lasts."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from ui.immortal_none import keep_none_alive

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported anywhere


#: What fails on purpose warns on purpose: these play devices and disks that break.
LOUD_FOLDERS = frozenset({"faults"})
LOUD_MODULES = frozenset(
    {
        "test_machine_contract",
        "test_opcua_joining",
        "test_open_protocol_device_command",
        "test_open_protocol_intake",
        "test_open_protocol_supervisor",
        "test_serial_devices_contract",
        "test_torque_tool_contract",
    }
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.stem in LOUD_MODULES or item.path.parent.name in LOUD_FOLDERS:
            item.add_marker(pytest.mark.allow_warnings)


# Every run of the suite tries the same examples; `make soak` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("soak", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_configure(config: pytest.Config) -> None:
    keep_none_alive()
    line = "allow_warnings: log records of WARNING and above are part of this test"
    config.addinivalue_line("markers", line)


@pytest.fixture(autouse=True)
def _fail_on_warnings(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A record of WARNING or above fails the test that did not expect it."""
    yield
    if request.node.get_closest_marker("allow_warnings") is not None:
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    if loud:
        pytest.fail("unexpected log records:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(autouse=True)
def _speak_english_again() -> Iterator[None]:
    """The language belongs to the process: what one test spoke the next would hear."""
    yield
    languages = sys.modules.get("ui.languages")
    if languages is not None:
        languages.speak("en")
