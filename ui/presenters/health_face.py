"""The station's health: the server, the clock and every device, plain words first."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from app.ports.devices import LinkState
from app.ports.sync import SyncState
from ui.presenters.header import sync_chips
from ui.presenters.pages import Pages
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.results_face import results_button
from ui.presenters.scene import span
from ui.presenters.view_states import (
    Action,
    ActionsView,
    Chip,
    DeviceLine,
    HealthBody,
    TroubleView,
)
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.plant import DecidedSituation
    from app.ports.devices import DeviceStatus
    from ui.presenters.scene import Scene

#: Further off than this, a record's time misleads whoever reads it.
CLOCK_OFF_S = 60
_FRESH = timedelta(days=1)
_MOST_DECISIONS = 2
_CLOCK = {
    "synced": ShownState.OK,
    "holdover": ShownState.TODO,
    "unknown": ShownState.TODO,
    "stepped": ShownState.ATTENTION,
}
_SHOWN = {
    LinkState.READY: ShownState.OK,
    LinkState.DISCONNECTED: ShownState.OFFLINE,
    LinkState.DEGRADED: ShownState.ATTENTION,
}
#: Faults of which a person at the station can be told what to do.
_TODO = frozenset(
    {"device.offline", "device.timeout", "device.refused", "device.busy", "device.driver"}
)


def health_body(scene: Scene, rows_a_page: int) -> HealthBody:
    """Server, clock, what was decided lately; then the devices that need a person, then all."""
    pages = _pages(scene, rows_a_page)
    decided = (_decision(scene, one) for one in _fresh(scene))
    devices = sorted(scene.state.devices, key=lambda d: d.state is LinkState.READY)
    lines = (_server(scene), _clock(scene), *decided, *(_device(scene, d) for d in devices))
    title = phrase("station/title" if devices else "station/no_devices")
    if not pages.is_one:
        title = Phrase("station/page", dict(pages.facts()))
    return HealthBody(title, pages.shown(lines), _trouble(scene))


def health_actions(scene: Scene, rows_a_page: int) -> ActionsView:
    """Try again, up and down where there is more, and back."""
    key = "do_it/back"
    back = Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "back")
    again = Action("retry", phrase("do_it/try_again"), "arrows-clockwise-bold")
    ways = _pages(scene, rows_a_page).actions()
    return ActionsView((again, *ways, *results_button(scene)), back)


def _pages(scene: Scene, rows_a_page: int) -> Pages:
    """``rows_a_page`` fit beside a trouble, one more without."""
    rows = rows_a_page + (scene.state.sync.problem is None)
    return Pages(2 + len(_fresh(scene)) + len(scene.state.devices), rows, scene.local.page)


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
    # Trying again for the hundredth time is still being away.
    is_away = device.state is LinkState.CONNECTING and device.tries > 0
    link = LinkState.DISCONNECTED if is_away else device.state
    chip = Chip(_SHOWN.get(link, ShownState.IN_PROGRESS), phrase(f"link/{link.value}"))
    upper, lower = _said(scene, device, link)
    sign: Words = ""
    if device.heard_at is not None:
        age = scene.age(round(device.heard_at.timestamp() * 1e6))
        sign = phrase("station/heard", age=age)
    tier: Words = phrase(f"tier/{device.tier}") if device.tier else ""
    return DeviceLine(device.device, chip, upper, lower, device.identity or "", sign, tier)


def _said(scene: Scene, device: DeviceStatus, link: LinkState) -> tuple[Words, Words]:
    """What matters most of it now, in two lines."""
    if not device.detail or link is LinkState.READY:
        return _well(scene, device)
    if link in (LinkState.DISCONNECTED, LinkState.DEGRADED):
        return _trouble_of(scene, device)
    return device.detail, ""


def _trouble_of(scene: Scene, device: DeviceStatus) -> tuple[Words, Words]:
    key = device.code if device.code in _TODO else "device.fault"
    if device.state is LinkState.DEGRADED:
        key = "check"
    words, trouble = device.detail or "", device.trouble
    if trouble is None or trouble.ended_at is not None:
        return words, phrase(f"todo/{key}")
    time = scene.moment(trouble.began_at)
    return (
        phrase("station/trouble", time=time, count=str(trouble.count), words=words),
        phrase(f"todo/{key}"),
    )


def _well(scene: Scene, device: DeviceStatus) -> tuple[Words, Words]:
    """When the last value came, and what was wrong lately."""
    last: Words = ""
    if device.last_value_at is not None:
        last = phrase("station/last", time=f"{scene.local_time(device.last_value_at):%H:%M:%S}")
    trouble = device.trouble
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
    return DeviceLine(phrase("station/server"), chip, last, detail, sync.server_url or "")


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
        note,
        f"{scene.now:%Y-%m-%d %H:%M}",
    )


def _offset(offset_s: int | None) -> Words:
    if offset_s is None:
        return ""
    if offset_s == 0:
        return phrase("clock/same")
    age = span(abs(offset_s))
    return phrase("clock/behind", age=age) if offset_s > 0 else phrase("clock/ahead", age=age)
