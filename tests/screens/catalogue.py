"""Every face to be pictured: its name, the state that leads to it, and the taps after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.ports.sync import SyncState
from tests.screens import (
    card_scenes,
    chart_scenes,
    curve_scenes,
    input_scenes,
    inspection_scenes,
    people_scenes,
    photo_scenes,
    problem_scenes,
    scenes,
    step_scenes,
)
from tests.screens.andon_scenes import ANDON_SHOTS
from tests.screens.card_scenes import CARD_SHOTS
from tests.screens.compare_scenes import COMPARE_SHOTS
from tests.screens.elsewhere_scenes import ELSEWHERE_SHOTS
from tests.screens.evidence_scenes import EVIDENCE_SHOTS
from tests.screens.forms_scenes import FORMS_SHOTS
from tests.screens.health_scenes import HEALTH_SHOTS
from tests.screens.line_scenes import LINE_SHOTS
from tests.screens.material_shots import MATERIAL_SHOTS
from tests.screens.quality_scenes import QUALITY_SHOTS
from tests.screens.settings_shots import SETTINGS_SHOTS
from tests.screens.stops_scenes import STOPS_SHOTS
from tests.screens.waiting_scenes import WAITING_SHOTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState


def _typed(words: str) -> tuple[str, ...]:
    return tuple(f"key:{'space' if letter == ' ' else letter}" for letter in words)


_DESCRIBED = ("problem", "tile:instruction", "card_words", *_typed("Bolt 3 missing"))


class Shot(NamedTuple):
    """One picture: ``taps`` are button names tapped after the state is shown."""

    name: str
    face: str
    state: Callable[[], StationState]
    taps: tuple[str, ...] = ()


PROBLEM_SHOTS = (
    Shot(
        "problem-words",
        "words",
        card_scenes.reported_other,
        ("problem", "tile:other", "card_words", *_typed("Old bit")),
    ),
    Shot("describe-photo", "snap", card_scenes.reported_instruction, (*_DESCRIBED, "primary")),
    Shot("defect-where", "defect.where", problem_scenes.seal, ("problem", "tile:defect")),
    Shot(
        "defect-what",
        "defect.what",
        problem_scenes.seal,
        ("problem", "tile:defect", "place:seal-2"),
    ),
    Shot(
        "defect-what-pins",
        "defect.what",
        problem_scenes.seal,
        ("problem", "tile:defect", "place:seal-2", "add_pin", "place:seal-3", "more", "more"),
    ),
    Shot(
        "defect-what-torque", "defect.what", scenes.torque, ("problem", "tile:defect", "place:3")
    ),
    Shot(
        "defect-then",
        "defect.then",
        problem_scenes.seal,
        ("problem", "tile:defect", "place:seal-2", "code:scratch"),
    ),
    Shot(
        "defect-photo", "defect.photo", problem_scenes.snapped, ("problem", "tile:defect", "snap")
    ),
    Shot(
        "defect-recorded",
        "defect.recorded",
        problem_scenes.defect_recorded,
        ("problem", "tile:defect", "place:seal-2", "code:scratch", "proposal:rework_here"),
    ),
    Shot("defects-open", "defects_open", problem_scenes.open_defects),
    Shot("defects", "defects", problem_scenes.open_defects, ("defects",)),
    Shot("held-defect", "held", problem_scenes.held_for_defect),
    Shot("not-safe", "not_safe", problem_scenes.not_safe),
    Shot("safe-again", "safe", problem_scenes.not_safe, ("safe",)),
)


CHART_SHOTS = (
    Shot("chart", "chart", chart_scenes.stable, ("chart:tighten-b",)),
    Shot("chart-shift", "chart", chart_scenes.shifting, ("chart:tighten-b",)),
    Shot("chart-frozen", "chart", chart_scenes.frozen, ("chart:tighten-b",)),
    Shot("chart-few", "chart", chart_scenes.few, ("chart:tighten-b",)),
    Shot("chart-means", "chart", chart_scenes.means, ("chart:tighten-b",)),
    Shot("torque-shift", "step.torque", chart_scenes.shifting),
    Shot("torque-curve", "step.torque", curve_scenes.ok),
    Shot("curve-later", "step.measure", curve_scenes.later),
    Shot("nok-curve", "nok", curve_scenes.nok),
    Shot("critical-curve", "critical", lambda: step_scenes.critical(curve_scenes.nok())),
)


_STATION = ("station",)


SHOTS: tuple[Shot, ...] = (
    Shot("starting", "starting", scenes.starting),
    Shot("starting-early-scan", "starting", scenes.starting, ("scan:BADGE-417",)),
    Shot("starting-upgrade", "starting", scenes.upgrading),
    Shot("sign-in", "sign_in", scenes.signed_out),
    Shot("sign-in-pin", "sign_in", scenes.signed_out, ("person:417", "key:4", "key:1")),
    Shot("sign-in-number", "sign_in", scenes.signed_out, ("number", "key:4", "key:0", "key:2")),
    Shot("language", "language", scenes.signed_out, ("languages",)),
    Shot("sign-in-refused", "sign_in", scenes.sign_in_refused),
    Shot("sign-in-shift", "sign_in", people_scenes.shift_begins),
    Shot("not-qualified", "blocked", people_scenes.not_qualified),
    Shot("not-qualified-at-work", "blocked", people_scenes.not_qualified_at_work),
    Shot("trainer-signs", "sign_off", people_scenes.trainer_asked),
    Shot("sign-off", "sign_off", people_scenes.sign_off),
    Shot("sign-off-pin", "sign_off", people_scenes.sign_off, ("person:12", "key:1", "key:2")),
    Shot("sign-off-refused", "sign_off", people_scenes.sign_off_refused),
    Shot("confirm-two", "step.confirm", people_scenes.confirm_two),
    Shot("in-training", "step.torque", people_scenes.training),
    Shot("crew", "step.torque", people_scenes.crew),
    Shot("certificate-ends", "queue", people_scenes.certificate_ends),
    Shot("idle", "idle", people_scenes.idle),
    Shot("idle-free", "idle", people_scenes.idle_free),
    Shot("queue", "queue", scenes.signed_in),
    Shot("queue-long", "queue", scenes.long_queue),
    Shot("pictures", "pictures", lambda: scenes.signed_in("scan-bearing"), ("picture", "show:1")),
    Shot("picture-place", "pictures", scenes.inspect, ("spot:seal-2",)),
    Shot("picture-loop", "pictures", scenes.instruct, ("picture",)),
    Shot("picture-not-here", "step.instruct", step_scenes.without_pictures),
    Shot("missing", "missing", step_scenes.missing, ("missing",)),
    Shot("missing-order", "missing", step_scenes.missing_of_order, ("missing",)),
    Shot("scan-lot", "step.scan", step_scenes.missing),
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
    Shot("torque-stray", "step.torque", scenes.torque_stray),
    Shot("measure-no-gauge", "step.measure", scenes.untypeable),
    Shot("torque-refused", "step.torque", scenes.torque_refused),
    Shot("nok", "nok", scenes.nok),
    Shot("nok-measure", "nok", scenes.nok_measure),
    Shot("skip", "skip", lambda: step_scenes.skippable(who="Lead 412"), ("problem", "skip")),
    Shot("guard", "guard", step_scenes.guard),
    Shot("guard-unknown", "guard", lambda: step_scenes.guard(where="unknown")),
    Shot("critical", "critical", lambda: step_scenes.critical(scenes.nok())),
    Shot("critical-measure", "critical", lambda: step_scenes.critical(scenes.nok_measure())),
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
    Shot("measure-not-calibrated", "step.measure", inspection_scenes.not_calibrated),
    Shot("measure-calibration-over", "step.measure", inspection_scenes.calibration_over),
    Shot("measure-limits-later", "step.measure", inspection_scenes.limits_later),
    Shot(
        "measure-limits-later-typed",
        "step.measure",
        inspection_scenes.limits_later,
        ("type_value", "key:0", "key:.", "key:1"),
    ),
    Shot("torque-not-calibrated", "step.torque", inspection_scenes.tool_not_calibrated),
    Shot("measure-sample", "step.measure", partial(inspection_scenes.sampled, "lot_refused")),
    Shot("blocked-first-piece", "blocked", inspection_scenes.waits),
    Shot("queue-calibration", "queue", inspection_scenes.soon),
    Shot("health-calibration", "station", inspection_scenes.gauge_over, _STATION),
    Shot("measure-repeats", "step.measure", step_scenes.repeats),
    Shot("inspect", "step.inspect", scenes.inspect),
    Shot("inspect-look", "step.inspect", step_scenes.not_looked_at),
    Shot("instruct-dwell", "step.instruct", step_scenes.dwell),
    Shot("confirm", "step.confirm", lambda: scenes.signed_in("label")),
    Shot("photo", "step.photo", photo_scenes.before),
    Shot("photo-taken", "step.photo", photo_scenes.taken),
    Shot("photo-covered", "step.photo", photo_scenes.covered),
    Shot("problem", "problem", scenes.torque, ("problem",)),
    Shot(
        "problem-recorded",
        "problem",
        scenes.problem_recorded,
        ("problem", "tile:defect", *_typed("Wet"), "primary"),
    ),
    Shot("step-back", "redo", scenes.torque, ("step_back",)),
    *CHART_SHOTS,
    *PROBLEM_SHOTS,
    *(Shot(*shot) for shot in CARD_SHOTS),
    *(Shot(*shot) for shot in MATERIAL_SHOTS),
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
    Shot("keys", "keys", scenes.inspect, ("command:INFO",)),
    Shot("keys-more", "keys", scenes.inspect, ("command:INFO", "down")),
    Shot("keys-signed-out", "keys", scenes.signed_out, ("command:INFO",)),
    *(Shot(name, "blocked", state) for name, state in input_scenes.BLOCKED),
    Shot("clock-off", "station", lambda: scenes.clock("synced", -7 * 60), _STATION),
    Shot("clock-stepped", "station", lambda: scenes.clock("stepped", None), _STATION),
    *(Shot(*shot) for shot in (*SETTINGS_SHOTS, *HEALTH_SHOTS)),
    *(Shot(*shot) for shot in LINE_SHOTS),
    *(Shot(*shot) for shot in ANDON_SHOTS),
    *(Shot(*shot) for shot in STOPS_SHOTS),
    *(Shot(*shot) for shot in QUALITY_SHOTS),
    *(Shot(*shot) for shot in EVIDENCE_SHOTS),
    *(Shot(*shot) for shot in COMPARE_SHOTS),
    *(Shot(*shot) for shot in WAITING_SHOTS),
    *(Shot(*shot) for shot in FORMS_SHOTS),
    *(Shot(*shot) for shot in ELSEWHERE_SHOTS),
)
