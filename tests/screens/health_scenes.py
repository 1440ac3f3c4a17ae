"""States for a device's page, the support code and the records behind a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.events import DeviceChanged, TighteningRecorded
from app.domain.plant import Hold
from app.ports.records import Found, Record
from app.runtime.qr import qr_rows
from app.services.device_test import TEST
from app.services.health_state import HealthFacts, Needs
from app.services.work_state import Ending, Work
from tests.screens import scenes, settings_scenes
from tests.screens.scenes import NOW_US
from tests.screens.settings_shots import SettingsShot

if TYPE_CHECKING:
    from app.domain.events import Body
    from app.services.station_state import StationState

_ID = "ST-040 1.48211 9f3ac51e"


def health() -> StationState:
    """A gauge that is away and needed; a computer of which all is known."""
    state = scenes.health()
    text = f"asbuilt 1.5.0 {_ID} sync=offline+14 T-07=ready,G-12=disconnected,S-1=ready"
    facts = HealthFacts(
        disk_used=0.61,
        disk_free_bytes=201_000_000_000,
        needs={"G-12": Needs(("Measure backlash",)), "T-07": Needs(("Tighten cover",))},
        labels_waiting=2,
        diagnostics_id=_ID,
        diagnostics=text,
        code=qr_rows(text),
    )
    settings = settings_scenes.technician().settings
    log = tuple(
        _record(n, DeviceChanged(device="G-12", state=link, detail=detail))
        for n, (link, detail) in enumerate(
            (("disconnected", "no route to host"), ("ready", None), ("connecting", None))
        )
    )
    found = Found("device", "G-12", log, len(log))
    return replace(state, health=facts, settings=settings, found=found)


def tested(ending: Ending | None) -> StationState:
    """The scanner is being tested, or was."""
    ended = NOW_US if ending is not None else None
    work = Work(TEST + "S-1", NOW_US, about="S-1", ending=ending, ended_us=ended)
    state = health()
    scanner = tuple(d for d in state.devices if d.device == "S-1")
    return replace(state, works=(work,), devices=scanner)


def held_lot() -> StationState:
    """A lot on hold, and the hold that was found behind it."""
    state = scenes.blocked()
    hold = Hold(
        hold="H-0097",
        reason="crack found at incoming inspection",
        owner="Quality 31",
        placed_at=datetime(2026, 11, 19, 14, 5, tzinfo=UTC),
        lot=scenes.LOT_HELD,
    )
    return replace(state, found=Found("refusal", "", hold=hold))


def values() -> StationState:
    """The tightenings behind a NOK."""
    state = scenes.nok()
    run = state.run
    step = run.current if run is not None else None
    assert step is not None
    bodies = [e for e in step.evidence if isinstance(e, TighteningRecorded)]
    records = tuple(_record(4_700 + n, body) for n, body in enumerate(reversed(bodies)))
    return replace(state, found=Found("step", step.step.id, records, len(records)))


def _record(number: int, body: Body) -> Record:
    return Record(
        event_id=f"01JCXV{number:04}",
        epoch=1,
        seq=number,
        kind=body.KIND,
        at_us=NOW_US - number * 1_000_000,
        actor=Actor("device", "T-07"),
        unit=scenes.SERIAL,
        body=body,
        hash="9f3ac51e77b2" + "0" * 52,
        signed_seq=48_000,
        is_confirmed=number % 2 == 0,
    )


WORKS = Ending("test.code", is_ok=True, facts={"count": "14"})
SILENT = Ending("test.silent", is_ok=False, facts={"seconds": "20"})
_AWAY, _SCANNER = ("station", "device:G-12"), ("station", "device:S-1")
_STEP = "records:step:tighten-b"

HEALTH_SHOTS = (
    SettingsShot(
        "long-work",
        "queue",
        partial(settings_scenes.with_work, "journal.export", done=31_200, total=48_211),
    ),
    SettingsShot(
        "long-work-station",
        "station",
        partial(settings_scenes.with_work, "download", done=312, total=480, since_s=40),
        ("station",),
    ),
    SettingsShot("health", "station", health, ("station",)),
    SettingsShot("device-away", "device", health, _AWAY),
    SettingsShot("device-test", "device", partial(tested, None), (*_SCANNER, "test_device")),
    SettingsShot("device-works", "device", partial(tested, WORKS), (*_SCANNER, "test_device")),
    SettingsShot("device-silent", "device", partial(tested, SILENT), (*_SCANNER, "test_device")),
    SettingsShot("support", "support", health, ("station", "support")),
    SettingsShot("why-held-lot", "records", held_lot, ("records:refusal:",)),
    SettingsShot("where-from", "records", values, (_STEP,)),
    SettingsShot("record", "record", values, (_STEP, "record:01JCXV4700")),
)
