"""What is in the unit and what lies at the line: taken out, added, counted, received."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace as with_fields

from app.domain.instructions import ScanStep
from app.domain.material import is_critical, parts_in
from app.domain.material_events import EXTRA
from app.domain.requirements import missing_at
from app.domain.rights import ADD_PART
from app.services.material import (
    CountLot,
    ExpectBox,
    ExpectExtra,
    ForgetExpected,
    SetCount,
    TakeOut,
)
from app.services.scan_routing import TypePart
from ui.presenters.phrases import Words, phrase
from ui.presenters.records_ways import why_on_hold
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, Chip, TilesBody, TileView
from ui.presenters.words_pad import NumberPage, WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from app.domain.instructions import BomLine
    from app.domain.material_events import PartFitted, PartHeld
    from app.domain.unit_run import UnitRun
    from app.ports.journal import LotStock
    from app.services.acts import Act
    from ui.presenters.pages import Pages
    from ui.presenters.scene import Desk, Parts, Scene

#: Why a part comes out, and its icon, in the order of the tiles.
REASONS = (
    ("wrong_part", "swap-bold"),
    ("part_damaged", "warning-circle-bold"),
    ("on_hold", "lock-key-bold"),
    ("not_needed", "package-bold"),
    ("wrong_scan", "barcode-bold"),
    ("other", "chat-text-bold"),
)
#: Nobody fits or receives more at once.
MOST = 100_000
_UNDO, _BACK_ICON = "arrow-counter-clockwise-bold", "arrow-u-up-left-bold"
_LEAD = Action("help", phrase("do_it/lead"), "phone-call-bold")
_BACK = Action("back", phrase("do_it/back"), _BACK_ICON)


def undo_action(scene: Scene) -> Action | None:
    """Take one's own last scan back, while nothing else was recorded."""
    undo, run, person = scene.state.material.undo, scene.run, scene.state.person
    if undo is None or run is None or person is None:
        return None
    is_mine = (run.serial, person.person) == (undo.serial, undo.person)
    return Action("undo_scan", phrase("do_it/undo_scan"), _UNDO) if is_mine else None


def asks_for_several(scene: Scene) -> str:
    """The component of which several are scanned now, none with its own number; else ""."""
    run, current, line = scene.run, scene.step_run, _line_to_fit(scene)
    if run is None or current is None or line is None or line.tracked == "serial":
        return ""
    return line.component if missing_at(run, current) > 1 else ""


def count_page(_argument: str, scene: Scene) -> NumberPage | None:
    """How many the next scan fits."""
    run, current = scene.run, scene.step_run
    if not asks_for_several(scene) or run is None or current is None:
        return None
    missing = missing_at(run, current)

    def said(typed: str, desk: Desk) -> None:
        desk.intents.do(SetCount(int(typed)))

    return NumberPage(
        phrase("count/title"),
        said,
        phrase("count/line", missing=str(missing)),
        face="count",
        has_point=False,
        accepts=partial(_is_count, most=missing),
    )


def type_action(scene: Scene) -> tuple[Action, ...]:
    """The way in for a part whose label cannot be read, where a part is asked for."""
    if scene.is_pause or _line_to_fit(scene) is None:
        return ()
    return (Action("type_label", phrase("do_it/type_label"), "keyboard-bold"),)


def type_page(_argument: str, scene: Scene) -> WordsPage | None:
    """The lot or serial that stands on the part, in letters and digits."""
    line = _line_to_fit(scene)
    if line is None:
        return None

    def said(words: str, desk: Desk) -> None:
        desk.intents.do(TypePart(words))

    tracked = line.tracked if line.tracked in ("lot", "serial") else "part"
    title = phrase(f"type/{tracked}", component=scene.text(line.name))
    take = phrase("do_it/take_number")
    hint = phrase("type/hint")
    return WordsPage(title, said, phrase("type/line"), hint, take, face="type", least=1)


def _line_to_fit(scene: Scene) -> BomLine | None:
    run, current = scene.run, scene.step_run
    if run is None or current is None or not isinstance(current.step, ScanStep):
        return None
    return run.instruction.bom_line(run.variant, current.step.component)


def not_there_action(scene: Scene) -> tuple[Action, ...]:
    """The way on where the lot to take first cannot be found."""
    shown = scene.state.refusal
    if shown is None or shown.refusal.code != "lot.take_first":
        return ()
    facts = shown.refusal.facts
    name = f"not_there:{facts.get('part', '')};{facts['first']}"
    return (Action(name, phrase("do_it/not_there"), "map-pin-bold"),)


def not_there_page(argument: str, _scene: Scene) -> NotTherePage | None:
    """Records it by being opened."""
    part, _, lot = argument.partition(";")
    return NotTherePage(part, lot) if lot else None


@dataclass(frozen=True, slots=True)
class NotTherePage(Page):
    """It was said that a lot is not at the line: what to take now."""

    part: str
    lot: str

    def asks(self) -> Act:
        return CountLot(self.part, self.lot, 0)

    def draw(self, scene: Scene) -> Parts:  # noqa: ARG002
        body = BandBody(
            tone=ShownState.ATTENTION,
            icon="map-pin-bold",
            headline=phrase("not_there/headline", lot=self.lot),
            why=phrase("not_there/why"),
            todo_heading=phrase("band/todo"),
            todo=(phrase("do/scan_its_label"),),
        )
        back = Action("primary", phrase("do_it/back_to_step"), _BACK_ICON, "primary", "back")
        return "not_there", body, ActionsView((_LEAD,), back)


@dataclass(frozen=True, slots=True)
class PartsPage(Page):
    """Everything that is in the unit; a tap takes it out, with a reason."""

    verbs: ClassVar[frozenset[str]] = frozenset({"take_out", "extra", "up", "down"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        inside = _inside(scene)
        pages = self._pages(scene)
        rows = [_part_row(scene, n, part) for n, part in enumerate(inside)]
        serial = "" if scene.run is None else scene.run.serial
        line = phrase("parts/line" if inside else "parts/none")
        body = rows_body(phrase("parts/title", serial=serial), line, rows, pages)
        extra = Action("extra", phrase("do_it/add_part"), "plus-bold")
        back = Action("primary", phrase("do_it/back_to_step"), _BACK_ICON, "primary", "back")
        return "parts", body, ActionsView((extra, *pages.actions()), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "take_out":
                inside = _inside(desk.scene)
                number = int(argument)
                return TakeOutPage(inside[number]) if number < len(inside) else self
            case "extra":
                return self._extra(desk)
            case _:
                return replace(self, number=self._pages(desk.scene).after(verb))

    def _extra(self, desk: Desk) -> Page:
        """Who may not is told who may, before anything is typed."""
        if not desk.scene.state.people.may(ADD_PART):
            desk.intents.do(ExpectExtra(""))
            return self

        def said(words: str, at: Desk) -> Page:
            at.intents.do(ExpectExtra(words))
            return ExtraPage(words, _extras(at.scene))

        return WordsPage(phrase("extra/title"), said, phrase("extra/line"), before=self)

    def _pages(self, scene: Scene) -> Pages:
        return row_pages(scene, len(_inside(scene)), self.number)

    def seen(self, scene: Scene) -> Page | None:
        return None if scene.run is None else self


def parts_page(_argument: str, scene: Scene) -> PartsPage | None:
    """The page, if a unit is open."""
    return None if scene.run is None else PartsPage()


@dataclass(frozen=True, slots=True)
class TakeOutPage(Page):
    """Why these pieces come out; of several, how many."""

    verbs: ClassVar[frozenset[str]] = frozenset({"out_reason"})
    fitted: PartFitted

    def draw(self, scene: Scene) -> Parts:
        run = scene.run
        critical = run is not None and is_critical(run, self.fitted.component)
        tiles = tuple(TileView(f"out_reason:{c}", phrase(f"take_out/{c}"), i) for c, i in REASONS)
        title = phrase("take_out/title", name=_named(self.fitted))
        line = phrase("take_out/two" if critical else "take_out/line")
        return "take_out", TilesBody(title, line, tiles), ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if self.fitted.quantity == 1:
            desk.intents.do(TakeOut(self.fitted, argument))
            return None

        def said(typed: str, at: Desk) -> None:
            at.intents.do(TakeOut(self.fitted, argument, int(typed)))

        inside = self.fitted.quantity
        return NumberPage(
            phrase("take_out/count"),
            said,
            phrase("take_out/inside", count=str(inside)),
            before=self,
            has_point=False,
            accepts=partial(_is_count, most=inside),
        )


@dataclass(frozen=True, slots=True)
class ExtraPage(Page):
    """Scan the part that goes in beyond the bill; then what was added.

    ``known`` is how many there were before.
    """

    verbs: ClassVar[frozenset[str]] = frozenset({"forget"})
    stays: ClassVar[bool] = True
    why: str
    known: int

    def draw(self, scene: Scene) -> Parts:
        added = _extras(scene) > self.known
        key = "extra/added" if added else "extra/scan"
        body = BandBody(
            tone=ShownState.OK if added else ShownState.IN_PROGRESS,
            icon="check-bold" if added else "barcode-bold",
            headline=phrase(key),
            why=phrase("extra/because", why=self.why),
        )
        back = Action("primary", phrase("do_it/back_to_step"), _BACK_ICON, "primary", "forget")
        if added:
            return "extra.added", body, ActionsView((), back)
        wait = Action("primary", phrase("wait/scan"), "barcode-bold", "waiting")
        cancel = Action("forget", phrase("do_it/cancel"), "x-bold")
        return "extra.scan", body, ActionsView((cancel,), wait)

    def tapped(self, verb: str, argument: str, desk: Desk) -> None:  # noqa: ARG002
        desk.intents.do(ForgetExpected())

    def seen(self, scene: Scene) -> Page | None:
        return None if scene.run is None else self


@dataclass(frozen=True, slots=True)
class StockPage(Page):
    """What lies at the line by count; a tap counts it anew.  It warns and never blocks."""

    verbs: ClassVar[frozenset[str]] = frozenset({"recount", "box", "up", "down"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        stock = scene.state.material.stock
        pages = row_pages(scene, len(stock), self.number)
        rows = [_stock_row(scene, n, lot) for n, lot in enumerate(stock)]
        line = phrase("stock/line" if stock else "stock/none")
        body = rows_body(phrase("stock/title"), line, rows, pages)
        box = Action("box", phrase("do_it/box"), "package-bold")
        back = Action("primary", phrase("do_it/back"), _BACK_ICON, "primary", "back")
        return "stock", body, ActionsView((box, *pages.actions()), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        stock = desk.scene.state.material.stock
        if verb == "box":
            return self._number(phrase("box/count"), phrase("box/count_line"), self._box, least=1)
        if verb == "recount" and int(argument) < len(stock):
            lot = stock[int(argument)]
            line = phrase("missing/part_lot_only", part=lot.part, lot=lot.lot)
            return self._number(phrase("stock/count"), line, partial(self._counted, lot), least=0)
        pages = row_pages(desk.scene, len(stock), self.number)
        return replace(self, number=pages.after(verb))

    def _number(
        self, title: Words, line: Words, then: Callable[[str, Desk], Page], *, least: int
    ) -> NumberPage:
        accepts = partial(_is_count, least=least, most=MOST)
        return NumberPage(title, then, line, before=self, has_point=False, accepts=accepts)

    def _box(self, typed: str, desk: Desk) -> Page:
        desk.intents.do(ExpectBox(int(typed)))
        return BoxPage(int(typed), self)

    def _counted(self, lot: LotStock, typed: str, desk: Desk) -> Page:
        desk.intents.do(CountLot(lot.part, lot.lot, int(typed)))
        return self


@dataclass(frozen=True, slots=True)
class BoxPage(Page):
    """Scan the label of the box that came; then what was counted."""

    verbs: ClassVar[frozenset[str]] = frozenset({"forget"})
    stays: ClassVar[bool] = True
    quantity: int
    before: StockPage

    def draw(self, scene: Scene) -> Parts:
        box = scene.state.material.received
        if box is None:
            body = BandBody(
                tone=ShownState.IN_PROGRESS,
                icon="barcode-bold",
                headline=phrase("box/scan"),
                why=phrase("box/pieces", count=str(self.quantity)),
            )
            wait = Action("primary", phrase("wait/scan"), "barcode-bold", "waiting")
            cancel = Action("forget", phrase("do_it/cancel"), "x-bold")
            return "box", body, ActionsView((cancel,), wait)
        body = BandBody(
            tone=ShownState.OK,
            icon="check-bold",
            headline=phrase("box/received", count=str(box.quantity)),
            why=phrase("missing/part_lot_only", part=box.part, lot=box.lot),
        )
        back = Action("primary", phrase("do_it/back"), _BACK_ICON, "primary", "forget")
        return "box.received", body, ActionsView((), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        desk.intents.do(ForgetExpected())
        return self.before


def held_parts_face(scene: Scene) -> Parts | None:
    """All steps are done, and a hold came for something that is in the unit."""
    run = scene.run
    if run is None or run.index is not None or run.held is not None or not run.held_parts:
        return None
    held = run.held_parts[0]
    body = BandBody(
        tone=ShownState.BLOCKED,
        icon="lock-key-bold",
        headline=phrase("part.held_now/headline", name=_which(held)),
        why=phrase("part.held_now/why", hold=held.hold, owner=held.owner, reason=held.reason),
        todo_heading=phrase("band/todo"),
        todo=(phrase("do/take_out"), phrase("do/or_lifted")),
    )
    leave = Action("leave", phrase("do_it/leave"), "sign-out-bold")
    out = Action("primary", phrase("do_it/take_out"), "package-bold", "primary", "parts")
    return "part_held", body, ActionsView((_LEAD, leave, why_on_hold(held.hold)), out)


def _inside(scene: Scene) -> list[PartFitted]:
    """Each part and lot once per step, with all its pieces; what is on hold comes first."""
    run, found = scene.run, dict[tuple[str | None, ...], "PartFitted"]()
    for part in () if run is None else parts_in(run):
        key = (part.step, part.component, part.part, part.lot, part.serial)
        before = found.get(key)
        pieces = part.quantity + (before.quantity if before else 0)
        found[key] = with_fields(part, quantity=pieces)
    return sorted(found.values(), key=lambda p: run is None or not _is_held(run, p))


def _part_row(scene: Scene, number: int, part: PartFitted) -> Row:
    run = scene.run
    line = None if run is None else run.instruction.bom_line(run.variant, part.component)
    words: Words = part.part if line is None else scene.text(line.name)
    below: Words = _named(part)
    if part.component == EXTRA and part.why:
        below = phrase("parts/extra", name=_named(part), why=part.why)
    chip = None
    if run is not None and _is_held(run, part):
        chip = Chip(ShownState.BLOCKED, phrase("parts/held"), "lock-key-bold")
    pieces = phrase("missing/pieces", count=str(part.quantity))
    return Row(f"take_out:{number}", words, below, chip, pieces, phrase("do_it/take_out"))


def _stock_row(scene: Scene, number: int, lot: LotStock) -> Row:
    is_low = lot.quantity <= scene.state.material.low_at
    chip = None
    if is_low:
        chip = Chip(ShownState.ATTENTION, phrase("stock/low"), "warning-bold")
    pieces = phrase("missing/pieces", count=str(lot.quantity))
    lot_words = phrase("scan/lot", lot=lot.lot)
    return Row(f"recount:{number}", lot.part, lot_words, chip, pieces, phrase("do_it/recount"))


def _is_held(run: UnitRun, part: PartFitted) -> bool:
    mine = (part.step, part.part, part.lot, part.serial)
    return any((h.step, h.part, h.lot, h.serial) == mine for h in run.held_parts)


def _which(held: PartHeld) -> str:
    which = held.lot or held.serial
    return f"{held.part} {which}" if which else held.part


def _named(part: PartFitted) -> Words:
    if part.lot:
        return phrase("missing/part_lot_only", part=part.part, lot=part.lot)
    if part.serial:
        return phrase("parts/serial", part=part.part, serial=part.serial)
    return part.part


def _extras(scene: Scene) -> int:
    run = scene.run
    return 0 if run is None else sum(p.component == EXTRA for p in parts_in(run))


def _is_count(value: Decimal, *, least: int = 1, most: int) -> bool:
    return value == int(value) and least <= value <= most
