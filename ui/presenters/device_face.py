"""One device: how it stands, whether work needs it, a safe test, what to do, and its log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.events import DeviceChanged
from app.services.device_test import TEST, TestDevice
from app.services.records import LookUp
from ui.presenters.device_words import link_chip, todo_of
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.ports.devices import DeviceStatus
    from ui.presenters.scene import Desk, Parts, Scene

_MOST_STEPS = 3
_BACK_ICON = "arrow-u-up-left-bold"


@dataclass(frozen=True, slots=True)
class DevicePage(Page):
    """What maintenance asks first, first; the log last.  ``asked_us``: when a test was asked."""

    verbs: ClassVar[frozenset[str]] = frozenset({"up", "down", "test_device"})
    stays: ClassVar[bool] = True
    is_for_all: ClassVar[bool] = True
    device: str
    number: int = 0
    asked_us: int = 0

    def draw(self, scene: Scene) -> Parts:
        device = scene.device(self.device)
        rows = () if device is None else self._rows(scene, device)
        pages = row_pages(scene, len(rows), self.number)
        line: Words = phrase("device/line")
        if device is not None and device.identity:
            line = device.identity
        back = Action(
            "primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "station"
        )
        test = Action("test_device", phrase("do_it/test"), "play-bold")
        again = Action("retry", phrase("do_it/try_again"), "arrows-clockwise-bold")
        actions = ActionsView((test, again, *pages.actions()), back)
        return "device", rows_body(self.device, line, rows, pages), actions

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        scene = desk.scene
        if verb == "test_device":
            desk.intents.do(TestDevice(self.device))
            return replace(self, asked_us=scene.now_us, number=0)
        device = scene.device(self.device)
        rows = () if device is None else self._rows(scene, device)
        return replace(self, number=row_pages(scene, len(rows), self.number).after(verb))

    def _rows(self, scene: Scene, device: DeviceStatus) -> tuple[Row, ...]:
        tested = self._test(scene)
        todo = todo_of(device)
        rows = [
            Row("", phrase("device/state"), device.detail or "", link_chip(device)),
            _need(scene, device.device),
            *([] if todo is None else [Row("", phrase("device/todo"), todo)]),
            *tested,
            *_signs(scene, device),
            *_log(scene, device.device),
        ]
        if tested:
            rows.remove(tested[0])
            rows.insert(0, tested[0])
        return tuple(rows)

    def _test(self, scene: Scene) -> list[Row]:
        works = [w for w in scene.state.works if w.name == TEST + self.device]
        if not works or not self.asked_us or works[0].since_us < self.asked_us:
            return []
        ending = works[0].ending
        name = phrase("device/test")
        if ending is None:
            kind = dict(scene.state.settings.devices).get(self.device, "")
            ask = phrase(f"test/ask_{kind}" if kind in _ASKS else "test/ask")
            return [Row("", name, ask, Chip(ShownState.IN_PROGRESS, phrase("state/running")))]
        state = ShownState.OK if ending.is_ok else ShownState.ATTENTION
        word = phrase("test/works" if ending.is_ok else "test/works_not")
        return [
            Row("", name, Phrase(f"{ending.code}/line", dict(ending.facts)), Chip(state, word))
        ]


_ASKS = frozenset({"scanner", "gauge", "printer", "camera"})


def open_device(device: str, desk: Desk) -> DevicePage:
    """The page, and its log looked up."""
    desk.intents.do(LookUp("device", device))
    return DevicePage(device)


def _need(scene: Scene, device: str) -> Row:
    """Whether this station can work without it."""
    needs = scene.state.health.needs.get(device)
    if needs is None or not needs.steps:
        chip = Chip(ShownState.TODO, phrase("device/not_needed"), "check-bold")
        return Row("", phrase("device/need"), phrase("device/not_needed/line"), chip)
    steps = ", ".join(needs.steps[:_MOST_STEPS])
    count = str(len(needs.steps))
    key = "device/needed/line" if len(needs.steps) <= _MOST_STEPS else "device/needed/more"
    chip = Chip(ShownState.ATTENTION, phrase("device/needed"))
    return Row("", phrase("device/need"), phrase(key, steps=steps, count=count), chip)


def _signs(scene: Scene, device: DeviceStatus) -> list[Row]:
    rows = []
    if device.last_value_at is not None:
        time = f"{scene.local_time(device.last_value_at):%H:%M:%S}"
        rows.append(Row("", phrase("device/last_value"), value=time))
    if device.heard_at is not None:
        age = scene.age(round(device.heard_at.timestamp() * 1e6))
        rows.append(Row("", phrase("device/heard"), value=phrase("device/ago", age=age)))
    if device.tier:
        rows.append(Row("", phrase("device/driver"), value=phrase(f"tier/{device.tier}")))
    return rows


def _log(scene: Scene, device: str) -> list[Row]:
    """What was recorded of its link, newest first."""
    found = scene.state.found
    if found is None or (found.asked, found.argument) != ("device", device):
        return []
    return [
        Row(
            "",
            Phrase(f"link/{record.body.state}"),
            record.body.detail or "",
            value=f"{scene.moment(scene.at(record.at_us))}",
        )
        for record in found.records
        if isinstance(record.body, DeviceChanged)
    ]
