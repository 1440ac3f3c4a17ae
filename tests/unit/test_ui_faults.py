"""Every fault of storage, sync and clock has words and a way out; none is said as its code."""

from __future__ import annotations

import ssl
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import msgspec
import pytest

from app.domain.errors import PlantFault, StorageFault, StorageReason
from app.domain.refusal import Refusal
from app.ports.devices import DeviceStatus, LinkState
from app.ports.sync import Backlog, PushMark, SyncState
from app.services.storage_problem import storage_problem
from sync.link import PlantBusy, PlantRefused, PlantUnreachable
from sync.status import STUCK_AFTER_NS, StatusBoard
from tests.screens import scenes
from tests.screens.scenes import devices
from tests.unit.test_ui_presenter import Scene, side_of
from ui.messages import WORDS, say
from ui.presenters.view_states import BandBody, DeviceLine, HealthBody
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.station_state import StationState

MARK = PushMark("g", 1, 7)
BACKLOG = Backlog(3, scenes.NOW_US)


def station_page(state: StationState) -> HealthBody:
    scene = Scene(state)
    scene.tap("station")
    assert isinstance(scene.screen.body, HealthBody)
    return scene.screen.body


def clock_line(quality: str, offset_s: int | None) -> DeviceLine:
    lines = station_page(scenes.clock(quality, offset_s)).lines
    return next(line for line in lines if say(line.name) == "This PC")


def board(**faults: PlantFault) -> StatusBoard:
    found = StatusBoard("http://plant")
    for lane, fault in faults.items():
        found.report(lane, fault)
    return found


def bad_certificate() -> PlantFault:
    """As it comes through the HTTP library: our fault names it only as its cause."""
    expired = ssl.SSLCertVerificationError(1, "certificate verify failed")
    expired.verify_message = "certificate has expired"
    try:
        try:
            raise expired
        except ssl.SSLError as error:
            message = "plant.local cannot be reached"
            raise PlantUnreachable(message) from error
    except PlantUnreachable as fault:
        return fault


# -- storage -----------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", get_args(StorageReason))
def test_every_storage_fault_says_what_why_and_what_to_do(reason: StorageReason) -> None:
    problem = storage_problem(StorageFault("the file: this and that", reason=reason))
    scene = Scene(replace(scenes.torque(), storage_problem=problem))
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert f"storage.{reason}/headline" in WORDS
    said = [say(words) for words in (body.headline, body.why, *body.todo)]
    assert len(set(said)) == 5
    assert [say(line) for line in body.blocks[0].lines] == ["the file: this and that"]
    assert scene.primary == ("primary", "Try again")


def test_each_storage_fault_has_words_of_its_own() -> None:
    bodies = [Scene(scenes.storage_fault(reason)).screen.body for reason in scenes.STORAGE]
    headlines = {say(body.headline) for body in bodies if isinstance(body, BandBody)}
    todos = {say(body.todo[1]) for body in bodies if isinstance(body, BandBody)}
    assert len(headlines) == len(todos) == len(get_args(StorageReason))


def test_a_reason_nobody_described_is_still_a_failing_disk() -> None:
    strange = replace(storage_problem(StorageFault("x")), code="storage.on_fire")
    body = Scene(replace(scenes.torque(), storage_problem=strange)).screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Stop. The station’s disk fails."


def test_a_station_that_cannot_open_shows_why_and_takes_another_try() -> None:
    scene = Scene(scenes.cannot_open("damaged"))
    assert scene.screen.face == "storage_fault"
    assert scene.tap("primary")
    assert scene.intents.calls == [("retry_pressed",)]


# -- sync --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("faults", "mark", "state", "problem"),
    [
        ({"push": PlantUnreachable("away")}, MARK, SyncState.OFFLINE, "sync.unreachable"),
        ({"push": PlantBusy("later", 3)}, MARK, SyncState.OFFLINE, "sync.busy"),
        ({"push": PlantRefused("no", 403)}, MARK, SyncState.STUCK, "sync.refused"),
        (
            {"push": PlantRefused("Protocol 2 is newer", 400, "protocol")},
            MARK,
            SyncState.STUCK,
            "sync.server_old",
        ),
        ({"push": bad_certificate()}, MARK, SyncState.STUCK, "sync.certificate"),
        (
            {"push": PlantUnreachable("away"), "feed": bad_certificate()},
            MARK,
            SyncState.STUCK,
            "sync.certificate",
        ),
        ({}, replace(MARK, fork="differs at 5"), SyncState.FORK, "sync.fork"),
        ({}, replace(MARK, closed="enrolled anew"), SyncState.STUCK, "sync.closed"),
        ({}, MARK, SyncState.SENDING, None),
    ],
)
def test_why_nothing_is_sent_is_named(
    faults: dict[str, PlantFault], mark: PushMark, state: SyncState, problem: str | None
) -> None:
    status = board(**faults).status(mark, BACKLOG, mono_ns=0)
    assert (status.state, status.problem) == (state, problem)


def test_an_outbox_that_stands_still_is_named() -> None:
    found = board()
    found.status(MARK, BACKLOG, mono_ns=0)
    status = found.status(MARK, BACKLOG, mono_ns=STUCK_AFTER_NS + 1)
    assert (status.state, status.problem) == (SyncState.STUCK, "sync.standstill")


def test_a_station_without_a_server_says_so() -> None:
    status = StatusBoard(None).status(MARK, BACKLOG, mono_ns=0)
    assert status.problem == "sync.not_enrolled"
    assert StatusBoard(None).blind(PlantFault("disk")).problem == "sync.blind"


@pytest.mark.parametrize(
    "problem",
    [
        "fork", "closed", "standstill", "certificate", "server_old", "station_old", "refused",
        "busy",
        "unreachable", "not_enrolled", "blind",
    ],
)  # fmt: skip
def test_every_reason_has_words_and_says_that_work_goes_on(problem: str) -> None:
    state = scenes.sync_trouble(SyncState.STUCK, f"sync.{problem}", error="x")
    trouble = station_page(state).trouble
    assert trouble is not None
    assert f"sync.{problem}/headline" in WORDS
    assert any(word in say(trouble.line) for word in ("Keep working", "stay here", "maintenance"))


def test_the_page_says_how_much_waits_and_for_how_long() -> None:
    body = station_page(scenes.sync_trouble(SyncState.FORK, "sync.fork", error="hashes differ"))
    assert say(body.lines[0].detail) == "214 kept safe, oldest 3 h"
    assert body.trouble is not None
    assert body.trouble.is_danger


def test_the_header_says_which_side_is_too_old() -> None:
    for problem, said in (("server_old", "Server too old"), ("station_old", "Station too old")):
        state = scenes.sync_trouble(SyncState.STUCK, f"sync.{problem}", error="protocol")
        assert say(Scene(state).screen.header.sync.words) == f"{said} · 214 kept safe"


def test_a_station_of_many_devices_shows_the_ones_in_trouble_first_and_all_of_them() -> None:
    scene = Scene(scenes.health_of_many())
    scene.tap("station")
    named: list[str] = []
    for _ in range(3):
        body = scene.screen.body
        assert isinstance(body, HealthBody)
        named += [say(line.name) for line in body.lines]
        scene.tap("down")
    assert named[:3] == ["Plant server", "This PC", "M-1"]
    assert set(named) == {
        "Plant server",
        "This PC",
        *(d.device for d in scenes.health_of_many().devices),
    }


def health_line(name: str, state: StationState) -> DeviceLine:
    return next(line for line in station_page(state).lines if say(line.name) == name)


def test_a_device_that_is_away_says_since_when_how_often_why_and_what_to_do() -> None:
    line = health_line("G-12", scenes.health())
    assert say(line.last) == "09:22 · 121× · no route to host"
    assert say(line.detail) == "Check its power and its cable."
    assert (say(line.sign), say(line.tier)) == ("heard 20 min ago", "bronze")


def test_a_device_that_is_back_says_what_was_wrong_lately() -> None:
    line = health_line("T-07", scenes.health())
    assert say(line.chip.words) == "Ready"
    assert say(line.detail) == "07:42–08:07 connection refused"


def test_trying_again_for_the_hundredth_time_is_still_being_away() -> None:
    state = scenes.health()
    trying = [replace(d, state=LinkState.CONNECTING) for d in state.devices if d.tries]
    line = health_line("G-12", replace(state, devices=tuple(trying)))
    assert say(line.chip.words) == "Offline"


def test_a_device_that_is_waited_for_is_in_no_trouble() -> None:
    waiting = DeviceStatus(
        "T-07", LinkState.CONNECTING, detail="waits on port 4545 for the controller to connect"
    )
    line = health_line("T-07", replace(scenes.health(), devices=(waiting,)))
    assert say(line.chip.words) == "Connecting"
    assert say(line.last).startswith("waits on port 4545")
    assert not line.detail


@pytest.mark.parametrize(
    "code",
    ["device.offline", "device.timeout", "device.refused", "device.busy", "device.driver", "new"],
)
def test_every_fault_of_a_device_says_what_to_do(code: str) -> None:
    state = scenes.health()
    faulty = [replace(d, code=code) for d in state.devices if d.tries]
    told = say(health_line("G-12", replace(state, devices=tuple(faulty))).detail)
    assert told
    assert "/" not in told


@pytest.mark.parametrize("tier", ["bronze", "silver", "gold", "platinum"])
def test_every_tier_has_a_word(tier: str) -> None:
    state = scenes.health()
    tiered = tuple(replace(d, tier=tier) for d in state.devices)
    assert say(health_line("S-1", replace(state, devices=tiered)).tier) == tier


def test_what_was_decided_lately_is_on_the_station_s_page() -> None:
    lines = [line for line in station_page(scenes.decided()).lines if say(line.name) == "Decision"]
    (line,) = lines
    assert (say(line.chip.words), say(line.last)) == ("Decided 09:21", "Rework the unit")
    assert (say(line.identity), say(line.detail)) == (
        "SN 0418-77226 · lead 204",
        "bolt 3 was loose",
    )


def test_a_unit_on_hold_says_what_was_decided_about_it() -> None:
    body = Scene(scenes.blocked_decided()).screen.body
    assert isinstance(body, BandBody)
    assert say(body.why) == "Decided by lead 204: Rework the unit."
    about = msgspec.structs.replace(scenes.DECIDED, units=(scenes.SERIAL,))
    for decisions, said in (((), "Too many failed tries."), ((about,), say(body.why))):
        held = Scene(replace(scenes.held(), decisions=decisions)).screen.body
        assert isinstance(held, BandBody)
        assert say(held.why) == said


def test_a_synced_station_has_no_trouble() -> None:
    assert station_page(scenes.signed_in()).trouble is None


# -- tools and gauges ---------------------------------------------------------------------------


def test_a_tool_that_may_be_enabled_is_a_danger_on_every_screen() -> None:
    for state in (scenes.signed_in(), scenes.signed_out(), scenes.nok_measure()):
        chip = Scene(replace(state, loose_tools=("T-07",))).screen.header.trouble
        assert chip is not None
        assert (chip.state, say(chip.words)) == (ShownState.NOK, "T-07 not locked")


def test_a_device_that_answers_and_is_in_trouble_is_not_called_offline() -> None:
    for state, said in (
        (LinkState.DEGRADED, "Check M-1"),
        (LinkState.DISCONNECTED, "M-1 offline"),
    ):
        chip = Scene(replace(scenes.signed_in(), devices=devices(M1=state))).screen.header.trouble
        assert chip is not None
        assert say(chip.words) == said


def test_a_lock_that_was_not_confirmed_says_to_put_the_tool_down() -> None:
    side = side_of(Scene(scenes.torque_not_locked()).screen)
    assert side.trouble is not None
    assert side.trouble.is_danger
    assert say(side.trouble.headline) == "Put tool T-07 down. It may be enabled."
    assert say(side.chip.words) == "Tool not locked"


@pytest.mark.parametrize("reason", ["other_unit", "not_armed", "nok_not_acknowledged", "strange"])
def test_a_result_that_did_not_count_is_said_beside_the_ones_that_did(reason: str) -> None:
    uncounted = Refusal(f"uncounted.{reason}", {"device": "T-07"})
    side = side_of(Scene(replace(scenes.torque(), uncounted=uncounted)).screen)
    assert side.trouble is not None
    assert say(side.trouble.headline) == "A result of T-07 did not count."
    assert "kept" in say(side.trouble.line)
    assert side.verdict is not None


def test_a_value_that_may_not_be_typed_says_what_is_wrong_with_its_gauge() -> None:
    away = devices(G12=LinkState.DISCONNECTED)
    for found, said in ((away, "G-12: no connection."), ((), "Gauge G-12 is not set up here.")):
        side = side_of(Scene(replace(scenes.untypeable(), devices=found)).screen)
        assert side.trouble is not None
        assert say(side.trouble.headline) == said
        assert not side.can_type


# -- the clock ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quality", "offset_s", "state", "said", "last"),
    [
        ("synced", 0, ShownState.OK, "Clock right", "as the server’s"),
        ("synced", 7, ShownState.OK, "Clock right", "7 s behind the server’s"),
        ("synced", -7200, ShownState.ATTENTION, "Clock wrong", "2 h ahead of the server’s"),
        ("holdover", 90, ShownState.ATTENTION, "Clock wrong", "1 min behind the server’s"),
        ("stepped", None, ShownState.ATTENTION, "Clock was set", ""),
        ("unknown", None, ShownState.TODO, "Not checked yet", ""),
        ("from the future", None, ShownState.TODO, "Not checked yet", ""),
    ],
)
def test_the_clock_is_shown_with_its_offset(
    quality: str, offset_s: int | None, state: ShownState, said: str, last: str
) -> None:
    line = clock_line(quality, offset_s)
    assert (line.chip.state, say(line.chip.words), say(line.last)) == (state, said, last)


def test_a_wrong_clock_stops_nothing() -> None:
    wrong = scenes.clock("stepped", None)
    right = Scene(scenes.torque()).screen
    assert Scene(replace(scenes.torque(), sync=wrong.sync)).screen.actions == right.actions


def test_the_offset_is_told_in_whole_seconds() -> None:
    found = board()
    found.clock = ("synced", 1_400_000)
    status = found.status(MARK, BACKLOG, mono_ns=0)
    assert (status.clock_quality, status.clock_offset_s) == ("synced", 1)
