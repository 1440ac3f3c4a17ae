"""A unit's record from several stations: one order, one state, however and whenever it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from app.domain.envelope import Actor, Envelope, Refs
from app.domain.events import (
    Body,
    NokAcknowledged,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.evidence_events import EvidenceAsked
from app.domain.quality_events import UnitDisposed
from app.domain.unit_history import UnitHistory, in_order, operations_of
from app.domain.unit_run import replay
from tests.helpers.gearbox import unit

if TYPE_CHECKING:
    from collections.abc import Sequence

SERIAL = "0418-77231"
STEPS = ("unit", "housing", "gears", "place")


class Pen:
    """Writes a station's events, numbered one after the other."""

    def __init__(self, station: str) -> None:
        self.station = station
        self.written: list[Envelope] = []

    def write(self, body: Body, *, instruction: str | None = "gearbox-mount") -> Envelope:
        seq = len(self.written) + 1
        envelope = Envelope(
            v=1,
            event_id=f"{self.station}-{seq}",
            station=self.station,
            epoch=1,
            seq=seq,
            kind=body.KIND,
            version=1,
            at=seq,
            recorded_at=seq,
            mono_ns=seq,
            boot="b",
            seen_pos=0,
            actor=Actor("person", "417"),
            body=Raw(msgspec.json.encode(body)),
            prev_hash="0" * 64,
            refs=Refs(unit=SERIAL, instruction=instruction),
        )
        self.written.append(envelope)
        return envelope


def started(instruction: str = "gearbox-mount") -> UnitStarted:
    return UnitStarted(
        serial=SERIAL,
        order="PO-1",
        product="GX-200",
        variant="B",
        instruction=instruction,
        revision="r" * 64,
        raw=SERIAL,
    )


def disposed(disposition: str) -> UnitDisposed:
    return UnitDisposed(serial=SERIAL, disposition=disposition, code="x", why="x")


def state(events: Sequence[Envelope], here: str = "A") -> tuple[str, str]:
    operation = UnitHistory(SERIAL, here, operations_of(events)).current
    assert operation is not None
    return operation.state, operation.station


def folded(events: Sequence[Envelope]) -> list[object]:
    return [replay(unit(), operation.bodies) for operation in operations_of(events)]


def test_nothing_is_known_of_a_unit_that_nobody_began() -> None:
    assert operations_of([Pen("A").write(NokAcknowledged(step="x", position=None))]) == ()
    assert UnitHistory(SERIAL, "A").current is None


def test_an_event_of_a_later_version_changes_nothing() -> None:
    a = Pen("A")
    a.write(started())
    odd = msgspec.structs.replace(a.write(UnitLeft(serial=SERIAL)), kind="unit.teleported")
    unreadable = msgspec.structs.replace(odd, kind="unit.held", body=Raw(b'{"serial":7}'))
    assert state([a.written[0], odd, unreadable]) == ("open", "A")


def test_what_is_held_or_completed_stays_so_whatever_a_station_that_did_not_know_does() -> None:
    for ends, stays in ((UnitHeld(serial=SERIAL, code="x"), "held"), (completed(), "completed")):
        a, b = Pen("A"), Pen("B")
        told = [a.write(started()), a.write(ends)]
        later = [b.write(started()), b.write(UnitLeft(serial=SERIAL)), b.write(resumed())]
        assert state([*told, *later]) == (stays, "A")


def test_a_decision_lifts_a_hold_wherever_it_was_placed() -> None:
    a, b = Pen("A"), Pen("B")
    held = [a.write(started()), a.write(UnitHeld(serial=SERIAL, code="x"))]
    assert state([*held, b.write(disposed("rework"))]) == ("open", "B")
    assert state([*held, b.write(disposed("scrap"))]) == ("scrapped", "B")
    assert state([*held, b.write(disposed("return"))]) == ("returned", "B")


def test_evidence_that_is_asked_for_opens_a_completed_operation() -> None:
    a, b = Pen("A"), Pen("B")
    asked = EvidenceAsked(serial=SERIAL, why="missing", gaps=(), steps=())
    assert state([a.write(started()), a.write(completed()), b.write(asked)]) == ("open", "B")


def test_each_operation_has_its_own_state_and_steps() -> None:
    a, b = Pen("A"), Pen("B")
    events = [
        a.write(started()),
        a.write(StepCompleted(step="housing")),
        a.write(completed()),
        b.write(started("gearbox-test"), instruction="gearbox-test"),
        b.write(StepCompleted(step="run-in"), instruction=None),
    ]
    first, second = operations_of(events)
    assert (first.state, dict(first.done_at)) == ("completed", {"housing": "A"})
    assert (second.state, dict(second.done_at)) == ("open", {"run-in": "B"})
    assert UnitHistory(SERIAL, "A", (first, second)).current == second


def test_a_step_that_is_done_again_is_of_the_station_that_does_it() -> None:
    a, b = Pen("A"), Pen("B")
    done = [a.write(started()), a.write(StepCompleted(step="housing"))]
    again = b.write(StepRedone(step="housing", reason="x"))
    assert operations_of([*done, again])[0].done_at == {}
    later = b.write(StepCompleted(step="housing"))
    assert operations_of([*done, again, later])[0].done_at == {"housing": "B"}


def test_the_operation_in_work_here_comes_before_a_newer_one_elsewhere() -> None:
    a, b = Pen("A"), Pen("B")
    events = [
        a.write(started()),
        b.write(started("gearbox-test"), instruction="gearbox-test"),
    ]
    assert state(events, "A") == ("open", "A")
    assert state(events, "B") == ("open", "B")


def test_who_takes_it_over_knowingly_has_it_alone_whatever_the_other_does_later() -> None:
    a, b = Pen("A"), Pen("B")
    begun = a.write(started())
    over = msgspec.structs.replace(b.write(resumed()), causes=(begun.event_id,))
    left = a.write(UnitLeft(serial=SERIAL))
    assert state([begun, over, left]) == ("open", "B")
    assert state([begun, over, left, b.write(UnitLeft(serial=SERIAL))]) == ("left", "B")


def test_left_by_one_it_is_still_open_at_the_other_that_did_not_know() -> None:
    a, b = Pen("A"), Pen("B")
    events = [a.write(started()), b.write(resumed()), b.write(UnitLeft(serial=SERIAL))]
    assert state(events, "C") == ("open", "A")
    assert state([*events, a.write(UnitLeft(serial=SERIAL))], "C") == ("left", "A")


def test_started_at_two_stations_apart_both_did_their_steps_on_the_one_unit() -> None:
    a, b = Pen("A"), Pen("B")
    events = [
        a.write(started()),
        a.write(StepCompleted(step="housing")),
        b.write(started()),
        b.write(StepCompleted(step="gears")),
    ]
    (operation,) = operations_of(events)
    assert operation.done_at == {"housing": "A", "gears": "B"}
    assert operation.begun == ("A-1", "B-1")


def completed() -> UnitCompleted:
    return UnitCompleted(serial=SERIAL, evidence="provable")


def resumed() -> UnitResumed:
    return UnitResumed(serial=SERIAL)


BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(StepCompleted, step=st.sampled_from(STEPS)),
    st.builds(StepConfirmed, step=st.sampled_from(STEPS), means=st.just("tap")),
    st.builds(StepRedone, step=st.sampled_from(STEPS), reason=st.just("x")),
    st.builds(UnitHeld, serial=st.just(SERIAL), code=st.just("x")),
    st.builds(UnitLeft, serial=st.just(SERIAL)),
    st.builds(UnitResumed, serial=st.just(SERIAL)),
    st.builds(completed),
    st.builds(disposed, st.sampled_from(["rework", "scrap", "use_as_is"])),
    st.builds(started, st.sampled_from(["gearbox-mount", "gearbox-test"])),
)
#: The plant's log: who wrote what, in the order in which it came in.
LOGS = st.lists(st.tuples(st.sampled_from("ABC"), BODIES), max_size=25)


@given(LOGS, st.data())
def test_in_any_order_of_arrival_every_station_folds_the_same_state(
    script: list[tuple[str, Body]], data: st.DataObject
) -> None:
    # What a station knows is what it heard of the log, and its own; in the end that is all of it.
    pens = {name: Pen(name) for name in "ABC"}
    log = [pens[name].write(body) for name, body in script]
    truth = operations_of(log)
    for name, pen in pens.items():
        heard = data.draw(st.integers(0, len(log)), label=f"{name} heard")
        known = in_order(log[:heard], pen.written)
        rest = [envelope for envelope in pen.written if envelope not in log[:heard]]
        # Its own comes last: that is where it will stand when no other has written since.
        assert list(known) == [*log[:heard], *rest]
        assert len({(e.station, e.seq) for e in known}) == len(known)
        assert operations_of(in_order(log, pen.written)) == truth
        assert folded(in_order(log, pen.written)) == folded(log)


def test_clocks_have_no_part_in_the_order() -> None:
    a, b = Pen("A"), Pen("B")
    early = msgspec.structs.replace(b.write(UnitLeft(serial=SERIAL)), at=-1)
    log = [a.write(started()), early]
    assert in_order(log, a.written) == tuple(log)
