"""What wrenches and gauges that are asked must do, over real pseudo-terminals."""

from __future__ import annotations

import asyncio
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import DeviceOffline, DeviceRefused
from app.domain.readings import Judgement, Quality, ReadingKind
from app.ports.devices import LinkState
from device_drivers.serial.devices import STREAMING, SerialGauge
from device_drivers.serial.simulated_wires import (
    SimulatedAcraDyne,
    SimulatedGauge,
    SimulatedScale,
    SimulatedSylvac,
    SimulatedTorqueGauge,
    SimulatedWrench,
    WireFormat,
)
from tests.helpers.serial_rig import Station, driver, rig, value

WRENCHES: list[tuple[str, WireFormat]] = [
    ("tohnichi", SimulatedWrench()),
    ("tohnichi", SimulatedWrench(is_short=True)),
    ("acradyne", SimulatedAcraDyne()),
]


# Wrenches


@pytest.mark.parametrize(("profile", "wire"), WRENCHES)
async def test_a_wrench_reports_a_tightening_with_its_torque_first(
    profile: str, wire: WireFormat, tmp_path: Path
) -> None:
    query = f"profile={profile}&unit=N.m"
    async with rig(SerialGauge, wire, tmp_path / "wrench", query) as made:
        await made.do(do="tighten", torque="25.1", angle=59)
        reading = await made.station.reading()
    assert reading.kind is ReadingKind.TIGHTENING
    assert reading.values[0].name == "torque"
    assert value(reading) == "25.1 N.m"
    assert reading.quality is Quality.GOOD


async def test_a_result_the_wrench_judged_bad_says_so(tmp_path: Path) -> None:
    query = "profile=tohnichi&unit=N.m"
    wire = SimulatedWrench(now=lambda: datetime(2016, 12, 31, 12, 59, 59))
    async with rig(SerialGauge, wire, tmp_path / "wrench", query) as made:
        await made.do(do="tighten", torque="12.5", angle=5, judged="LD")
        reading = await made.station.reading()
        assert made.device.status.identity == "123456A"
        assert made.device.status.state is LinkState.READY
    assert reading.ok is False
    assert [q.judgement for q in reading.values] == [Judgement.LOW, Judgement.LOW]
    assert reading.at_device == "16/12/31 12:59:59"


async def test_a_result_sent_again_has_the_id_it_had_and_a_new_one_another(tmp_path: Path) -> None:
    query = "profile=tohnichi&unit=N.m"
    async with rig(SerialGauge, SimulatedWrench(), tmp_path / "wrench", query) as made:
        await made.do(do="tighten", torque="25.1")
        await made.do(do="repeat")
        await made.do(do="tighten", torque="25.1")
        await made.station.reading(3)
    first, again, another = (r.result_id for r in made.station.readings)
    assert first == again
    assert another != first


async def test_the_count_beginning_again_after_999_makes_no_repeat(tmp_path: Path) -> None:
    wire = SimulatedWrench()
    ids = set()
    query = "profile=tohnichi&unit=N.m"
    async with rig(SerialGauge, wire, tmp_path / "wrench", query) as made:
        for at in ("16/12/31,12:59:59", "17/01/02,08:00:00"):
            record = f"RE,001,+100.0,nm,+090,deg,OO,123456A,{at}\r\n"
            await made.do(do="garbage", hex=record.encode().hex())
        await made.station.reading(2)
        ids = {r.result_id for r in made.station.readings}
    assert len(ids) == 2


async def test_results_a_wrench_kept_and_sends_in_a_row_are_all_taken(tmp_path: Path) -> None:
    wire = SimulatedWrench()
    kept = b"".join(wire.tighten(Decimal(20 + n), Decimal(60)) for n in range(40))
    query = "profile=tohnichi&unit=N.m"
    async with rig(SerialGauge, wire, tmp_path / "wrench", query) as made:
        await made.do(do="garbage", hex=kept.hex())
        await made.station.reading(40)
        assert made.device.status.state is LinkState.READY
    assert [r.values[0].value for r in made.station.readings] == [20 + n for n in range(40)]


@pytest.mark.allow_warnings
async def test_a_wrench_in_another_unit_than_configured_is_quarantined(tmp_path: Path) -> None:
    query = "profile=mark-10&unit=N.m"
    wire = SimulatedTorqueGauge("lbFin")
    async with rig(SerialGauge, wire, tmp_path / "gauge", query) as made:
        await made.do(do="measure", value="18.78")
        bad = await made.station.reading()
    assert bad.quality is Quality.QUARANTINED
    assert "measures in [lbf_av].[in_i] but N.m is configured" in (bad.reason or "")
    assert bad.raw == b"18.78 lbFin".hex()


@pytest.mark.allow_warnings
async def test_a_result_of_another_wrench_at_the_same_receiver_is_quarantined(
    tmp_path: Path,
) -> None:
    query = "profile=tohnichi&unit=N.m&wrench=654321B"
    async with rig(SerialGauge, SimulatedWrench(), tmp_path / "wrench", query) as made:
        await made.do(do="tighten", torque="25.1")
        bad = await made.station.reading()
    assert (bad.quality, bad.values) == (Quality.QUARANTINED, ())
    assert "wrench 123456A, and 654321B is configured" in (bad.reason or "")


# Asked


@pytest.mark.parametrize(
    ("query", "wire", "shows"),
    [
        ("profile=sylvac&unit=mm", SimulatedSylvac(), "show"),
        ("profile=mark-10&unit=N.m", SimulatedTorqueGauge(), "measure"),
        ("profile=mt-sics&unit=g", SimulatedScale(), "measure"),
    ],
)
async def test_a_gauge_that_is_asked_answers_with_its_value(
    query: str, wire: WireFormat, shows: str, tmp_path: Path
) -> None:
    async with rig(SerialGauge, wire, tmp_path / "gauge", query) as made:
        await made.peer.do({"do": shows, "value": "12.3450"})
        before = len(made.station.readings)
        await made.device.request()
        await made.station.until(
            lambda: "12.3450" in {str(r.values[0].value) for r in made.station.readings[before:]}
        )
    assert {r.values[0].unit for r in made.station.readings} == {query.partition("unit=")[2]}


async def test_a_gauge_on_a_cable_that_hears_nothing_is_asked_by_the_dtr_line(
    tmp_path: Path,
) -> None:
    query = "profile=sylvac&unit=mm&ask=dtr"
    async with rig(SerialGauge, SimulatedGauge(), tmp_path / "gauge", query) as made:
        # A pseudo-terminal has no such line; that moving it is no error is all there is to see.
        await made.device.request()
        await made.do(do="garbage", hex=b"+1.000\r".hex())
        assert value(await made.station.reading()) == "1.000 mm"


async def test_a_gauge_that_only_has_a_button_cannot_be_asked(tmp_path: Path) -> None:
    query = "profile=mitutoyo&unit=mm"
    async with rig(SerialGauge, SimulatedGauge(), tmp_path / "gauge", query) as made:
        with pytest.raises(DeviceRefused, match="press its button"):
            await made.device.request()


async def test_a_gauge_that_is_not_connected_cannot_be_asked(tmp_path: Path) -> None:
    url = f"serial://{tmp_path / 'none'}?profile=sylvac&unit=mm"
    device = driver(SerialGauge, url, Station())
    assert isinstance(device, SerialGauge)
    with pytest.raises(DeviceOffline, match="not connected"):
        await device.request()


@pytest.mark.allow_warnings
async def test_a_sylvac_gauge_that_shows_inches_is_held_to_the_configured_unit(
    tmp_path: Path,
) -> None:
    query = "profile=sylvac&unit=mm"
    async with rig(SerialGauge, SimulatedSylvac("IN"), tmp_path / "gauge", query) as made:
        # The answer to the question at the start is on the line before this value.
        await made.device.request()
        bad = await made.station.reading()
    assert bad.quality is Quality.QUARANTINED
    assert "measures in [in_i] but mm is configured" in (bad.reason or "")


@pytest.mark.allow_warnings
async def test_a_gauge_switched_to_inches_meanwhile_is_noticed_with_the_next_value(
    tmp_path: Path,
) -> None:
    wire = SimulatedSylvac("MM")
    async with rig(SerialGauge, wire, tmp_path / "gauge", "profile=sylvac&unit=mm") as made:
        await made.do(do="measure", value="12.345")
        good = await made.station.reading()
        await made.do(do="unit", text="IN")
        await made.do(do="measure", value="0.48602")
        bad = await made.station.reading(2)
    assert value(good) == "12.345 mm"
    assert (bad.quality, bad.values) == (Quality.QUARANTINED, ())
    assert "measures in [in_i] but mm is configured" in (bad.reason or "")


@pytest.mark.allow_warnings
async def test_a_value_whose_unit_is_not_told_is_quarantined_when_the_next_comes(
    tmp_path: Path,
) -> None:
    wire = SimulatedSylvac("MM")
    async with rig(SerialGauge, wire, tmp_path / "gauge", "profile=sylvac&unit=mm") as made:
        await made.do(do="measure", value="1.000")
        await made.station.reading()
        await made.do(do="deaf")
        await made.do(do="measure", value="2.000")
        await made.do(do="measure", value="3.000")
        bad = await made.station.reading(2)
    assert "did not tell the unit" in (bad.reason or "")
    assert bad.raw == b"+2.000".hex()


async def test_a_sylvac_gauge_in_tolerance_mode_sends_its_own_judgement(tmp_path: Path) -> None:
    query = "profile=sylvac&unit=mm"
    async with rig(SerialGauge, SimulatedSylvac(), tmp_path / "gauge", query) as made:
        await made.do(do="judge", value="12.3450", mark=">")
        reading = await made.station.reading()
    assert (reading.ok, reading.values[0].judgement) == (False, Judgement.HIGH)


@pytest.mark.allow_warnings
@pytest.mark.parametrize(
    ("what", "words"),
    [("overload", "take the load off"), ("underload", "pan"), ("error", "come to rest")],
)
async def test_a_scale_without_a_weight_says_why_and_what_to_do(
    what: str, words: str, tmp_path: Path
) -> None:
    query = "profile=mt-sics&unit=g"
    async with rig(SerialGauge, SimulatedScale(), tmp_path / "scale", query) as made:
        await made.station.reading()
        await made.do(do=what)
        await made.station.until(lambda: words in (made.station.readings[-1].reason or ""))
    assert made.station.readings[-1].quality is Quality.QUARANTINED


# Without end


@pytest.mark.allow_warnings
async def test_a_gauge_that_sends_without_end_is_said_and_only_the_asked_value_is_taken(
    tmp_path: Path,
) -> None:
    query = "profile=mark-10&unit=N.m"
    beats = 0

    async def heart() -> None:
        nonlocal beats
        while True:
            beats += 1
            await asyncio.sleep(0)

    async with rig(SerialGauge, SimulatedTorqueGauge(), tmp_path / "gauge", query) as made:
        await made.do(do="stream", value="1.000", count=30, per_second=1000)
        await made.station.until_link(LinkState.DEGRADED)
        assert made.device.status.detail == STREAMING
        beating = asyncio.ensure_future(heart())
        await made.do(do="stream", value="2.000", count=300, per_second=1000)
        await made.station.until(lambda: beats > 300)
        taken = len(made.station.readings)
        # One asked for, of which it sends two: its answer, and the next of the stream.
        await made.device.request()
        await made.do(do="stream", value="3.000", count=30, per_second=1000)
        await made.station.reading(taken + 1)
        beating.cancel()
    values = [str(r.values[0].value) for r in made.station.readings]
    assert values[:taken] == ["1.000"] * taken
    assert taken <= 5
    assert len(values) == taken + 1
