"""The bar on top: where, what, for whom; and whether the facts reach the plant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.devices import LinkState
from app.ports.sync import SyncState
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.view_states import Chip, HeaderField, HeaderView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.plant import Person
    from ui.presenters.scene import Scene

_OLD_AFTER_US = 60_000_000
_STUCK = {
    "sync.certificate": "sync/certificate",
    "sync.server_old": "sync/server_old",
    "sync.station_old": "sync/station_old",
    "sync.refused": "sync/refused",
}


def header_view(scene: Scene) -> HeaderView:
    """The whole bar, for a wide and for a small panel."""
    person = scene.state.person
    sync, sync_short = sync_chips(scene)
    return HeaderView(
        fields=_fields(scene),
        short=_short(scene),
        sync=sync,
        sync_short=sync_short,
        trouble=_trouble(scene),
        initials=initials(person) if person else "",
        person=person.name if person else "",
        person_short=_short_name(person) if person else f"{scene.now:%H:%M}",
        below_person=_shift_and_time(scene),
    )


def sync_chips(scene: Scene) -> tuple[Chip, Chip]:
    """The chip, and its short form for a small panel."""
    status = scene.state.sync
    count = str(status.waiting)
    quiet, amber, red = ShownState.TODO, ShownState.ATTENTION, ShownState.NOK
    stopped = Chip(red, phrase("sync/stopped_short"), "cloud-x-bold")
    match status.state:
        case SyncState.SYNCED:
            return _twice(Chip(quiet, phrase("sync/synced"), "cloud-check-bold"))
        case SyncState.SENDING:
            words = phrase("sync/sending", count=count)
            return _twice(Chip(quiet, words, "cloud-arrow-up-bold"))
        case SyncState.OFFLINE:
            short = phrase("sync/offline_short", count=count)
            icon = "cloud-slash-bold"
            return Chip(amber, _offline(scene), icon), Chip(amber, short, icon)
        case SyncState.FORK:
            return Chip(red, phrase("sync/fork", count=count), "cloud-x-bold"), stopped
        case SyncState.STUCK:
            key = _STUCK.get(status.problem or "", "sync/stuck")
            return Chip(red, Phrase(key, {"count": count}), "cloud-x-bold"), stopped
        case SyncState.NOT_ENROLLED:
            words = phrase("sync/not_enrolled", count=count)
            short = phrase("sync/not_enrolled_short")
            state = ShownState.OFFLINE
            return Chip(state, words, "cloud-slash-bold"), Chip(state, short, "cloud-slash-bold")


def initials(person: Person) -> str:
    """Two letters for the round badge beside the name."""
    names = [word for word in person.name.split() if word[:1].isalpha()]
    if len(names) > 1:
        return (names[0][0] + names[-1][0]).upper()
    return names[0][:2].upper() if names else person.person[:2].upper()


def _twice(chip: Chip) -> tuple[Chip, Chip]:
    return chip, chip


def _offline(scene: Scene) -> Words:
    status = scene.state.sync
    count, oldest = str(status.waiting), status.oldest_waiting_at_us
    if not status.waiting:
        return phrase("sync/offline")
    if oldest is None or scene.now_us - oldest < _OLD_AFTER_US:
        return phrase("sync/offline_waiting", count=count)
    return phrase("sync/offline_oldest", count=count, age=scene.age(oldest))


def _fields(scene: Scene) -> tuple[HeaderField, ...]:
    state = scene.state
    station = HeaderField(
        phrase("header/station"), f"{state.station.station} {state.station.name}".strip()
    )
    run = state.run
    if run is None:
        shift = HeaderField(phrase("header/shift"), state.shift or "–")
        return station, HeaderField(phrase("header/line"), state.station.line), shift
    count: Words = ""
    if state.order is not None:
        number = str(state.order_done + 1)
        count = phrase("header/count", number=number, total=str(state.order.quantity))
    product = phrase("header/variant", product=run.product, variant=run.variant)
    return (
        station,
        HeaderField(phrase("header/order"), run.order, count),
        HeaderField(phrase("header/product"), product),
        HeaderField(phrase("header/unit"), phrase("header/serial", serial=run.serial)),
    )


def _short(scene: Scene) -> tuple[Words, ...]:
    run, station = scene.state.run, scene.state.station
    if run is None:
        return (f"{station.station} {station.name}".strip(),)
    return station.station, phrase("header/serial", serial=run.serial)


def _trouble(scene: Scene) -> Chip | None:
    """A tool that may be enabled is a danger wherever one looks; then the devices that are away.

    One that is still connecting for the first time is not away.
    """
    loose = scene.state.loose_tools
    if loose:
        words = phrase("header/tool_loose", device=loose[0])
        return Chip(ShownState.NOK, words, "warning-octagon-bold")
    away = [
        d for d in scene.state.devices if d.state in (LinkState.DISCONNECTED, LinkState.DEGRADED)
    ]
    if not away:
        return None
    words = phrase("header/device_away", device=away[0].device)
    if away[0].state is LinkState.DEGRADED:
        words = phrase("header/device_check", device=away[0].device)
    if len(away) > 1:
        words = phrase("header/devices_away", count=str(len(away)))
    return Chip(ShownState.ATTENTION, words, "link-break-bold")


def _short_name(person: Person) -> str:
    last = person.name.split()[-1] if person.name.split() else person.person
    return f"{initials(person)} {last}" if last.isdigit() else person.name


def _shift_and_time(scene: Scene) -> Words:
    time = f"{scene.now:%H:%M}"
    if not scene.state.shift or scene.state.person is None:
        return time
    return phrase("header/shift_time", shift=scene.state.shift, time=time)
