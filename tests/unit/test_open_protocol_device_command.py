"""``asbuilt device``: wrong input said in one sentence, and the stable shape of a reading."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.commands import device
from app.commands.device_readings import as_json
from app.domain.errors import InvalidInput
from app.domain.readings import Judgement, Quantity, Reading, ReadingKind
from device_drivers.open_protocol.url import settings_from


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    device.add_parser(parser.add_subparsers(dest="command"))
    return parser.parse_args(["device", *words])


@pytest.mark.parametrize(
    "words",
    [
        ("listen", "openprotocol://h", "--count", "0"),
        ("listen", "openprotocol://h", "--count", "many"),
        ("listen", "openprotocol://h", "--timeout", "-1"),
        ("listen", "openprotocol://h", "--timeout", "soon"),
        ("simulate", "toaster"),
        ("simulate", "open-protocol", "--port", "65536"),
        (),
    ],
)
def test_wrong_words_end_with_status_2(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(*words)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("ftp://127.0.0.1", "no driver for ftp"),
        ("127.0.0.1:4545", "no driver for"),
        ("openprotocol://", "looks like"),
        ("openprotocol://127.0.0.1:99999", "port"),
        ("openprotocol://127.0.0.1:4545?profile=none", "no controller profile 'none'"),
        ("openprotocol://127.0.0.1:4545?abort=maybe", "abort is yes or no"),
    ],
)
def test_a_url_nobody_can_use_is_named(url: str, wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong):
        device.run(parsed("listen", url, "--timeout", "5"))


def test_a_missing_script_is_named() -> None:
    args = parsed("simulate", "open-protocol", "--port", "0", "--script", "no/such/file")
    with pytest.raises(InvalidInput, match="no/such/file"):
        device.run(args)


def test_checking_a_controller_that_is_not_there_fails(
    capsys: pytest.CaptureFixture[str], unused_tcp_port: int
) -> None:
    assert device.run(parsed("check", f"openprotocol://127.0.0.1:{unused_tcp_port}")) == 1
    assert "127.0.0.1" in capsys.readouterr().err


def test_listening_in_vain_fails_and_says_so(
    capsys: pytest.CaptureFixture[str], unused_tcp_port: int
) -> None:
    url = f"openprotocol://127.0.0.1:{unused_tcp_port}"
    assert device.run(parsed("listen", url, "--count", "1", "--timeout", "0.2")) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "0 of 1 readings" in said.err


def test_the_url_carries_the_settings() -> None:
    settings = settings_from(None, "openprotocol://pf6:4546?source=T-07&unit=N.cm&abort=yes")
    assert (settings.device, settings.host, settings.port) == ("T-07", "pf6", 4546)
    assert settings.torque_unit == "N.cm"
    assert settings.aborts_job_first
    assert settings_from("T-08", "openprotocol://pf6?source=T-07").device == "T-08"
    assert settings_from(None, "openprotocol://pf6").device == "pf6:4545"


def test_a_reading_prints_with_nothing_left_to_be_guessed() -> None:
    reading = Reading(
        kind=ReadingKind.TIGHTENING,
        source="T-07",
        result_id="4294",
        at_device="2026-11-20:09:35:20",
        received_at=datetime(2026, 11, 20, 8, 35, 20, 412345, tzinfo=UTC),
        ok=True,
        values=(
            Quantity(
                "torque",
                Decimal("25.10"),
                "N.m",
                low=Decimal("23.50"),
                high=Decimal("26.50"),
                target=Decimal("25.00"),
                judgement=Judgement.OK,
            ),
            Quantity("angle", Decimal(59), "deg"),
        ),
        program="12",
        identifiers=("0418-77231",),
    )
    assert json.loads(as_json(reading)) == {
        "kind": "tightening",
        "source": "T-07",
        "epoch": 1,
        "result_id": "4294",
        "at_device": "2026-11-20:09:35:20",
        "received_at": "2026-11-20T08:35:20.412Z",
        "ok": True,
        "values": [
            {
                "name": "torque",
                "value": "25.10",
                "unit": "N.m",
                "low": "23.50",
                "high": "26.50",
                "target": "25.00",
                "judgement": "ok",
            },
            {"name": "angle", "value": "59", "unit": "deg", "judgement": "not_judged"},
        ],
        "program": "12",
        "identifiers": ["0418-77231"],
        "backfilled": False,
        "quality": "good",
    }
