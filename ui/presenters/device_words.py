"""How a device's link is said, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.devices import LinkState
from ui.presenters.phrases import Phrase, phrase
from ui.presenters.view_states import Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.ports.devices import DeviceStatus

_SHOWN = {
    LinkState.READY: ShownState.OK,
    LinkState.DISCONNECTED: ShownState.OFFLINE,
    LinkState.DEGRADED: ShownState.ATTENTION,
}
#: Faults of which a person at the station can be told what to do.
_TODO = frozenset(
    {"device.offline", "device.timeout", "device.refused", "device.busy", "device.driver"}
)


def link_chip(device: DeviceStatus) -> Chip:
    """How a device's link stands."""
    link = shown_link(device)
    return Chip(_SHOWN.get(link, ShownState.IN_PROGRESS), phrase(f"link/{link.value}"))


def shown_link(device: DeviceStatus) -> LinkState:
    """Trying again for the hundredth time is still being away."""
    is_away = device.state is LinkState.CONNECTING and device.tries > 0
    return LinkState.DISCONNECTED if is_away else device.state


def todo_of(device: DeviceStatus) -> Phrase | None:
    """What a person can do about it; None while nothing is wrong."""
    if shown_link(device) not in (LinkState.DISCONNECTED, LinkState.DEGRADED):
        return None
    key = device.code if device.code in _TODO else "device.fault"
    if device.state is LinkState.DEGRADED:
        key = "check"
    return phrase(f"todo/{key}")
