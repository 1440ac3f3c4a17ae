"""Every face to be pictured: its name, the state that leads to it, and the taps after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.ports.sync import SyncState
from tests.screens import photo_scenes, scenes

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState


class Shot(NamedTuple):
    """One picture: ``taps`` are button names tapped after the state is shown."""

    name: str
    face: str
    state: Callable[[], StationState]
    taps: tuple[str, ...] = ()


_STATION = ("station",)


SHOTS: tuple[Shot, ...] = (
    Shot("sign-in", "sign_in", scenes.signed_out),
    Shot("sign-in-pin", "sign_in", scenes.signed_out, ("person:417", "key:4", "key:1")),
    Shot("sign-in-number", "sign_in", scenes.signed_out, ("number", "key:4", "key:0", "key:2")),
    Shot("sign-in-refused", "sign_in", scenes.sign_in_refused),
    Shot("queue", "queue", scenes.signed_in),
    Shot("queue-long", "queue", scenes.long_queue),
    Shot("scan", "step.scan", lambda: scenes.signed_in("scan-bearing")),
    Shot("blocked-held-lot", "blocked", scenes.blocked),
    Shot("blocked-wrong-part", "blocked", scenes.blocked_wrong),
    Shot("blocked-unit", "blocked", scenes.blocked_unit),
    Shot("instruct-machine", "step.instruct", scenes.instruct),
    Shot("instruct-refused", "step.instruct", scenes.instruct_refused),
    Shot("torque", "step.torque", scenes.torque),
    Shot("torque-first", "step.torque", scenes.torque_first),
    Shot("torque-lost", "step.torque", scenes.torque_lost),
    Shot("torque-lost-offline", "step.torque", scenes.torque_lost_offline),
    Shot("torque-not-locked", "step.torque", scenes.torque_not_locked),
    Shot("torque-uncounted", "step.torque", scenes.torque_uncounted),
    Shot("measure-no-gauge", "step.measure", scenes.untypeable),
    Shot("torque-refused", "step.torque", scenes.torque_refused),
    Shot("nok", "nok", scenes.nok),
    Shot("nok-measure", "nok", scenes.nok_measure),
    Shot("held", "held", scenes.held),
    Shot("measure", "step.measure", lambda: scenes.signed_in("backlash")),
    Shot(
        "measure-typed",
        "step.measure",
        lambda: scenes.signed_in("backlash"),
        ("type_value", "key:0", "key:.", "key:1", "key:1"),
    ),
    Shot(
        "measure-doubt",
        "step.measure",
        lambda: scenes.signed_in("backlash"),
        ("type_value", "key:9", "key:9", "primary"),
    ),
    Shot("inspect", "step.inspect", scenes.inspect),
    Shot("confirm", "step.confirm", lambda: scenes.signed_in("label")),
    Shot("photo", "step.photo", photo_scenes.before),
    Shot("photo-taken", "step.photo", photo_scenes.taken),
    Shot("photo-covered", "step.photo", photo_scenes.covered),
    Shot("problem", "problem", scenes.torque, ("problem",)),
    Shot("problem-recorded", "problem", scenes.problem_recorded, ("problem", "tile:tool")),
    Shot("step-back", "redo", scenes.torque, ("step_back",)),
    Shot("done", "done", scenes.done),
    Shot("done-with-gaps", "done", scenes.done_with_gaps),
    Shot("station", "station", scenes.health, ("station",)),
    Shot("station-many", "station", scenes.health_of_many, ("station",)),
    Shot("station-full", "station", scenes.health_of_many_synced, ("station",)),
    Shot("results", "results", scenes.unassigned, ("station", "results")),
    Shot("result", "result", scenes.unassigned, ("station", "results", "result:0")),
    Shot(
        "result-operator",
        "result",
        scenes.unassigned_for_operator,
        ("station", "results", "result:0"),
    ),
    Shot("station-decided", "station", scenes.decided, ("station",)),
    Shot("blocked-decided", "blocked", scenes.blocked_decided),
    Shot("blocked-result", "blocked", scenes.blocked_result),
    Shot("blocked-read-first", "blocked", scenes.blocked_too_soon),
    *(
        Shot(
            f"storage-{reason.replace('_', '-')}",
            "storage_fault",
            partial(scenes.storage_fault, reason),
        )
        for reason in scenes.STORAGE
    ),
    Shot("cannot-open", "storage_fault", lambda: scenes.cannot_open("locked_by_other")),
    Shot(
        "sync-fork",
        "station",
        lambda: scenes.sync_trouble(SyncState.FORK, "sync.fork", error="hashes differ at 4711"),
        _STATION,
    ),
    Shot(
        "sync-stuck",
        "station",
        lambda: scenes.sync_trouble(SyncState.STUCK, "sync.standstill", error="nothing confirmed"),
        _STATION,
    ),
    Shot(
        "sync-closed",
        "station",
        lambda: scenes.sync_trouble(SyncState.STUCK, "sync.closed", error="enrolled anew"),
        _STATION,
    ),
    Shot(
        "sync-certificate",
        "station",
        lambda: scenes.sync_trouble(SyncState.STUCK, "sync.certificate", error="has expired"),
        _STATION,
    ),
    Shot(
        "sync-server-old",
        "station",
        lambda: scenes.sync_trouble(SyncState.STUCK, "sync.server_old", error="protocol 2 and 1"),
        _STATION,
    ),
    Shot(
        "sync-station-old",
        "station",
        lambda: scenes.sync_trouble(SyncState.STUCK, "sync.station_old", error="protocol 1 and 2"),
        _STATION,
    ),
    Shot(
        "sync-refused",
        "station",
        lambda: scenes.sync_trouble(SyncState.STUCK, "sync.refused", error="answered 403"),
        _STATION,
    ),
    Shot(
        "sync-not-enrolled",
        "station",
        lambda: scenes.sync_trouble(SyncState.NOT_ENROLLED, "sync.not_enrolled", error=""),
        _STATION,
    ),
    Shot("clock-off", "station", lambda: scenes.clock("synced", -7 * 60), _STATION),
    Shot("clock-stepped", "station", lambda: scenes.clock("stepped", None), _STATION),
)
