"""Why is this blocked, where does this number come from: the records, one row each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import msgspec

from app.domain.curve_events import CURVE_ALARM, CurveRead
from app.domain.events import MeasurementRecorded, ReadingUnassigned, TighteningRecorded
from app.services.records import LookUp
from ui.presenters.numbers import plain, unit_word
from ui.presenters.phrases import Number, Phrase, Words, phrase
from ui.presenters.record_kinds import KIND_WORDS
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.spc_face import chart_action
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.calibration import Calibrated
    from app.domain.plant import Hold
    from app.domain.readings import Reading
    from app.ports.records import Found, Record
    from ui.presenters.scene import Desk, Parts, Scene

_SHORT_HASH = 12
_MOST_VALUE = 24


@dataclass(frozen=True, slots=True)
class RecordsPage(Page):
    """The records behind ``asked``; with ``record`` one of them, in full."""

    verbs: ClassVar[frozenset[str]] = frozenset({"up", "down", "record", "records_back"})
    stays: ClassVar[bool] = True
    is_for_all: ClassVar[bool] = True
    asked: str
    argument: str
    before: Page | None
    number: int = 0
    record: str = ""

    def asks(self) -> LookUp:
        return LookUp(self.asked, self.argument)

    def draw(self, scene: Scene) -> Parts:
        found = self._found(scene)
        rows = self._rows(scene, found)
        pages = row_pages(scene, len(rows), self.number)
        back = Action(
            "primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "records_back"
        )
        title, line = self._said(found)
        body = rows_body(title, line, rows, pages)
        face = "record" if self.record else "records"
        return face, body, ActionsView((*pages.actions(), *self._chart(found)), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "record":
                return replace(self, record=argument, number=0)
            case "records_back":
                return replace(self, record="", number=0) if self.record else self.before
            case _:
                rows = self._rows(desk.scene, self._found(desk.scene))
                pages = row_pages(desk.scene, len(rows), self.number)
                return replace(self, number=pages.after(verb))

    def _chart(self, found: Found | None) -> tuple[Action, ...]:
        """From one value of the step in work to all of them."""
        records = () if found is None or self.asked != "step" else found.records
        one = next((r for r in records if r.event_id == self.record), None)
        is_value = one is not None and _reading_of(one) is not None
        return (chart_action(self.argument),) if is_value else ()

    def _found(self, scene: Scene) -> Found | None:
        found = scene.state.found
        if found is None or (found.asked, found.argument) != (self.asked, self.argument):
            return None
        return found

    def _said(self, found: Found | None) -> tuple[Words, Words]:
        if self.record:
            return phrase("records/one"), phrase("records/one_line")
        title = phrase(f"records/{self.asked}", argument=self.argument)
        if found is None:
            return title, phrase("records/looking")
        if found.hold is not None:
            return title, phrase("records/hold_line")
        if not found.total:
            return title, phrase("records/none")
        return title, phrase("records/line", count=str(found.total))

    def _rows(self, scene: Scene, found: Found | None) -> tuple[Row, ...]:
        if found is None:
            return ()
        if found.hold is not None:
            return _hold_rows(scene, found.hold)
        if self.record:
            one = next((r for r in found.records if r.event_id == self.record), None)
            return () if one is None else _all_of(scene, one)
        return tuple(_row(scene, record) for record in found.records)


def records_page(argument: str, scene: Scene) -> RecordsPage:  # noqa: ARG001
    """The page that a button "records:step:tighten-4" opens."""
    asked, _, about = argument.partition(":")
    return RecordsPage(asked, about, None)


def open_records(asked: str, argument: str, desk: Desk, before: Page | None) -> RecordsPage:
    """The page, and the station looking them up."""
    desk.intents.do(LookUp(asked, argument))
    return RecordsPage(asked, argument, before)


def kind_words(kind: str) -> Words:
    """What a kind of record is called; one nobody named by its code."""
    return Phrase(f"kind/{kind}") if kind in KIND_WORDS else kind


def _row(scene: Scene, record: Record) -> Row:
    reading = _reading_of(record)
    below = phrase("records/by", who=record.actor.id, time=scene.moment(scene.at(record.at_us)))
    value: Words = ""
    if reading is not None:
        value = _value(reading)
    chip = _judged(record)
    if chip is None and record.is_confirmed:
        chip = Chip(ShownState.TODO, phrase("records/at_server"), "cloud-check-bold")
    name = kind_words(record.kind)
    if isinstance(record.body, TighteningRecorded):
        at = f"{record.body.position} · {record.body.attempt}"
        name = phrase("records/at_place", what=name, place=at)
    return Row(f"record:{record.event_id}", name, below, chip, value)


def _all_of(scene: Scene, record: Record) -> tuple[Row, ...]:
    """Every fact of one record, with what proves it."""
    signed: Words = phrase("records/not_signed")
    if record.signed_seq is not None:
        signed = phrase("records/signed", number=str(record.signed_seq))
    server = phrase("records/at_server" if record.is_confirmed else "records/kept_here")
    rows = [
        Row("", phrase("records/kind"), value=kind_words(record.kind)),
        Row("", phrase("records/who"), value=record.actor.id),
        Row("", phrase("records/when"), value=f"{scene.at(record.at_us):%Y-%m-%d %H:%M:%S}"),
        *_facts(record),
        Row("", phrase("records/place"), value=f"{record.epoch}.{record.seq}"),
        Row("", phrase("records/hash"), value=f"{record.hash[:_SHORT_HASH]}…"),
        Row("", phrase("records/signature"), value=signed),
        Row("", phrase("records/server"), value=server),
        Row("", phrase("records/id"), record.event_id),
    ]
    return tuple(rows)


def _facts(record: Record) -> list[Row]:
    """The values of a result first; else the fields of the record by their own names."""
    reading = _reading_of(record)
    if reading is not None:
        return _of_reading(record, reading)
    if record.body is None:
        return []
    fields = msgspec.to_builtins(record.body)
    rows = [_fact(name, value) for name, value in fields.items() if _is_short(value)]
    return _left(record.body) + rows if isinstance(record.body, CurveRead) else rows


def _left(body: CurveRead) -> list[Row]:
    """The windows that the curve left, by their own names."""
    return [
        _fact(one.window.name, f"{_short(one.value)} ({one.window.low:.4g}–{one.window.high:.4g})")
        for one in body.left
    ]


def _short(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"


def limits_of(reading: Reading) -> list[str]:
    """Of each value that has both; a limit of 0 is one."""
    return [
        f"{plain(one.low)}–{plain(one.high)}"
        for one in reading.values
        if one.low is not None and one.high is not None
    ]


def _of_reading(record: Record, reading: Reading) -> list[Row]:
    body, rows = record.body, [Row("", phrase("records/value"), value=_value(reading))]
    if limits := limits_of(reading):
        rows.append(Row("", phrase("records/limits"), value=Number(" · ".join(limits))))
    judged = _judged(record)
    if judged is not None:
        rows.append(Row("", phrase("records/judged"), chip=judged))
    if isinstance(body, TighteningRecorded):
        rows.append(Row("", phrase("records/position"), value=f"{body.position} · {body.attempt}"))
    if isinstance(body, TighteningRecorded | MeasurementRecorded) and body.calibration is not None:
        rows.append(Row("", phrase("records/calibration"), value=_certificate(body.calibration)))
    if reading.program is not None:
        rows.append(Row("", phrase("records/program"), value=reading.program))
    return [
        *rows,
        Row("", phrase("records/device_name"), value=reading.source),
        Row("", phrase("records/result"), value=reading.result_id),
    ]


def _certificate(calibration: Calibrated) -> str:
    """The certificate a value was made under, and the last day it was good."""
    due = "" if calibration.due is None else f" · {calibration.due:%Y-%m-%d}"
    return f"{calibration.record or '–'}{due}"


def _judged(record: Record) -> Chip | None:
    body = record.body
    if isinstance(body, CurveRead) and body.verdict == CURVE_ALARM:
        return Chip(ShownState.ATTENTION, phrase("state/attention"))
    if not isinstance(body, TighteningRecorded | MeasurementRecorded):
        return None
    state, word = (ShownState.OK, "state/ok") if body.ok else (ShownState.NOK, "state/nok")
    return Chip(state, Phrase(word))


def _fact(name: str, value: object) -> Row:
    text = str(value)
    is_long = len(text) > _MOST_VALUE
    return Row("", name, text if is_long else "", value="" if is_long else text)


def _is_short(value: object) -> bool:
    return isinstance(value, str | int | float) and len(str(value)) <= 5 * _MOST_VALUE


def _hold_rows(scene: Scene, hold: Hold) -> tuple[Row, ...]:
    about = hold.lot or hold.serial or "–"
    return (
        Row("", phrase("records/hold"), value=hold.hold),
        Row("", phrase("records/hold_about"), value=about),
        Row("", phrase("records/hold_why"), hold.reason),
        Row("", phrase("records/hold_owner"), value=hold.owner),
        Row("", phrase("records/hold_since"), value=scene.moment(hold.placed_at)),
    )


def _reading_of(record: Record) -> Reading | None:
    body = record.body
    if isinstance(body, TighteningRecorded | MeasurementRecorded | ReadingUnassigned):
        return body.reading
    return None


def _value(reading: Reading) -> str:
    values = [f"{plain(q.value)} {unit_word(q.unit)}" for q in reading.values]
    return Number(" · ".join(values[:2]))
