"""The station's health: the server, the clock and every device, plain words first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from app.ports.devices import LinkState
from app.ports.sync import SyncState
from ui.presenters.calibration_words import calibration_line
from ui.presenters.device_face import open_device
from ui.presenters.device_words import link_chip, shown_link, todo_of
from ui.presenters.header import sync_chips
from ui.presenters.long_work import share_of
from ui.presenters.pages import Pages
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.records_face import open_records
from ui.presenters.results_face import results_button
from ui.presenters.scene import Page, span
from ui.presenters.support_face import SupportPage
from ui.presenters.view_states import (
    Action,
    ActionsView,
    Chip,
    DeviceLine,
    HealthBody,
    TroubleView,
)
from ui.presenters.waiting_face import waiting_button
from ui.presenters.work_face import WorkPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.plant import DecidedSituation
    from app.ports.devices import DeviceStatus
    from app.services.work_state import Work
    from ui.presenters.scene import Desk, Parts, Scene

#: Further off than this, a record's time misleads whoever reads it.
CLOCK_OFF_S = 60
_FRESH = timedelta(days=1)
_MOST_LEFT = 5
_MOST_DECISIONS = 2
_CLOCK = {
    "synced": ShownState.OK,
    "holdover": ShownState.TODO,
    "unknown": ShownState.TODO,
    "stepped": ShownState.ATTENTION,
}


@dataclass(frozen=True, slots=True)
class StationPage(Page):
    """Server, clock, what was decided lately; then the devices that need a person, then all."""

    verbs: ClassVar[frozenset[str]] = frozenset(
        {"up", "down", "device", "waiting", "support", "work"}
    )
    stays: ClassVar[bool] = True
    is_for_all: ClassVar[bool] = True
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        return "station", _body(scene, self.number), _actions(scene, self.number)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        match verb:
            case "device":
                return open_device(argument, desk)
            case "waiting":
                return open_records("waiting", "", desk, self)
            case "support":
                return SupportPage()
            case "work":
                return WorkPage(argument, 0, self)
            case _:
                return StationPage(_pages(desk.scene, self.number).after(verb))


def _body(scene: Scene, number: int) -> HealthBody:
    pages = _pages(scene, number)
    decided = (_decision(scene, one) for one in _fresh(scene))
    devices = sorted(scene.state.devices, key=lambda d: d.state is LinkState.READY)
    works = (_work(scene, work) for work in _running(scene))
    always = (_server(scene), _clock(scene))
    lines = (*always, *works, *decided, *(_device(scene, d) for d in devices))
    title = phrase("station/title" if devices else "station/no_devices")
    if not pages.is_one:
        title = Phrase("station/page", dict(pages.facts()))
    return HealthBody(title, pages.shown(lines), _trouble(scene))


def _actions(scene: Scene, number: int) -> ActionsView:
    """Try again, up and down where there is more, and back."""
    key = "do_it/back"
    back = Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "back")
    again = Action("retry", phrase("do_it/try_again"), "arrows-clockwise-bold")
    ways = _pages(scene, number).actions()
    settings: tuple[Action, ...] = ()
    if scene.state.person is not None:
        settings = (Action("settings", phrase("do_it/settings"), "sliders-bold"),)
    left = (again, *settings, *ways, *results_button(scene))
    return ActionsView((*left, *waiting_button(scene))[:_MOST_LEFT], back)


def _pages(scene: Scene, number: int) -> Pages:
    """So many lines fit beside a trouble, one more without."""
    rows = scene.room.health + (scene.state.sync.problem is None)
    others = len(_fresh(scene)) + len(_running(scene))
    return Pages(2 + others + len(scene.state.devices), rows, number)


def _running(scene: Scene) -> tuple[Work, ...]:
    return tuple(work for work in scene.state.works if not work.is_over)


def _work(scene: Scene, work: Work) -> DeviceLine:
    """Long work that goes on, and the way to its page."""
    chip = Chip(ShownState.IN_PROGRESS, share_of(work) if work.total else phrase("state/running"))
    since = phrase("work/since", age=scene.age(work.since_us))
    what, tap = Phrase(f"work/{work.name}"), f"work:{work.name}"
    return DeviceLine(phrase("station/work"), chip, what, since, "", tap=tap)


def _fresh(scene: Scene) -> tuple[DecidedSituation, ...]:
    fresh = (d for d in scene.state.decisions if scene.now - d.at < _FRESH)
    return tuple(islice(fresh, _MOST_DECISIONS))


def _decision(scene: Scene, one: DecidedSituation) -> DeviceLine:
    """What the plant decided about a unit that was here, or about this station."""
    chip = Chip(
        ShownState.TODO, phrase("station/decided", time=scene.moment(one.at)), "check-bold"
    )
    about: Words = one.title
    if len(one.units) == 1:
        about = phrase("station/decided_unit", serial=one.units[0], by=one.by)
    return DeviceLine(phrase("station/decision"), chip, one.words, one.why, about)


def _device(scene: Scene, device: DeviceStatus) -> DeviceLine:
    """In trouble: since when, how often tried, what it says, and what to do about it."""
    chip, link = link_chip(device), shown_link(device)
    upper, lower = _said(scene, device, link)
    sign: Words = ""
    if device.heard_at is not None:
        age = scene.age(round(device.heard_at.timestamp() * 1e6))
        sign = phrase("station/heard", age=age)
    tier: Words = phrase(f"tier/{device.tier}") if device.tier else ""
    tap = f"device:{device.device}"
    return DeviceLine(device.device, chip, upper, lower, device.identity or "", sign, tier, tap)


def _said(scene: Scene, device: DeviceStatus, link: LinkState) -> tuple[Words, Words]:
    """What matters most of it now, in two lines."""
    if not device.detail or link is LinkState.READY:
        return _well(scene, device)
    if link in (LinkState.DISCONNECTED, LinkState.DEGRADED):
        return _trouble_of(scene, device)
    return device.detail, ""


def _trouble_of(scene: Scene, device: DeviceStatus) -> tuple[Words, Words]:
    todo: Words = todo_of(device) or ""
    words, trouble = device.detail or "", device.trouble
    if trouble is None or trouble.ended_at is not None:
        return words, todo
    time = scene.moment(trouble.began_at)
    return (
        phrase("station/trouble", time=time, count=str(trouble.count), words=words),
        todo,
    )


def _well(scene: Scene, device: DeviceStatus) -> tuple[Words, Words]:
    """When the last value came; its calibration, else what was wrong lately."""
    last: Words = ""
    if device.last_value_at is not None:
        last = phrase("station/last", time=f"{scene.local_time(device.last_value_at):%H:%M:%S}")
    trouble, calibration = device.trouble, calibration_line(scene, device.device)
    if calibration:
        return last, calibration
    if trouble is None or trouble.ended_at is None or scene.now - trouble.ended_at > _FRESH:
        return last, ""
    began, ended = scene.moment(trouble.began_at), scene.moment(trouble.ended_at)
    return last, phrase("station/was", began=began, ended=ended, words=trouble.words)


def _server(scene: Scene) -> DeviceLine:
    sync = scene.state.sync
    last: Words = ""
    if sync.last_ok_at_us is not None:
        last = phrase("station/last_ok", time=scene.moment(scene.at(sync.last_ok_at_us)))
    chip = sync_chips(scene)[1]
    if chip.state is ShownState.TODO:
        chip = Chip(ShownState.OK, chip.words)
    oldest = sync.oldest_waiting_at_us
    detail: Words = sync.last_error or ""
    if sync.waiting and oldest is not None:
        count = str(sync.waiting)
        detail = phrase("station/waiting", count=count, age=scene.age(oldest))
    tap = "waiting" if sync.waiting else ""
    name = phrase("station/server")
    return DeviceLine(name, chip, last, detail, sync.server_url or "", tap=tap)


def _trouble(scene: Scene) -> TroubleView | None:
    """Why nothing is sent, and that work goes on."""
    sync = scene.state.sync
    if sync.problem is None:
        return None
    return TroubleView(
        headline=Phrase(f"{sync.problem}/headline"),
        line=Phrase(f"{sync.problem}/why"),
        is_danger=sync.state in (SyncState.FORK, SyncState.STUCK),
    )


def _clock(scene: Scene) -> DeviceLine:
    """How far our clock is from the server's; nothing is ever stopped by it."""
    quality, offset_s = scene.state.sync.clock_quality, scene.state.sync.clock_offset_s
    is_off = offset_s is not None and abs(offset_s) >= CLOCK_OFF_S
    state = _CLOCK.get(quality, ShownState.TODO)
    key = quality if quality in _CLOCK else "unknown"
    if is_off:
        state, key = ShownState.ATTENTION, "off"
    note: Words = phrase("clock/note") if state is ShownState.ATTENTION else ""
    return DeviceLine(
        phrase("station/clock"),
        Chip(state, Phrase(f"clock/{key}")),
        _offset(offset_s),
        note or _labels(scene),
        f"{scene.now:%Y-%m-%d %H:%M}",
        *_computer(scene),
        tap="support",
    )


def _computer(scene: Scene) -> tuple[Words, Words]:
    """How full the disk is, and which version runs."""
    used, software = scene.state.health.disk_used, scene.state.settings.software
    disk: Words = "" if used is None else phrase("station/disk", percent=str(round(100 * used)))
    return disk, phrase("station/version", version=software) if software else ""


def _labels(scene: Scene) -> Words:
    count = scene.state.health.labels_waiting
    return phrase("station/labels", count=str(count)) if count else ""


def _offset(offset_s: int | None) -> Words:
    if offset_s is None:
        return ""
    if offset_s == 0:
        return phrase("clock/same")
    age = span(abs(offset_s))
    return phrase("clock/behind", age=age) if offset_s > 0 else phrase("clock/ahead", age=age)
