"""The station's health: every device and the server, plain words first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.devices import LinkState
from ui.presenters.header import sync_chips
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Action, ActionsView, Chip, DeviceLine, HealthBody
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.ports.devices import DeviceStatus
    from ui.presenters.scene import Scene

_SHOWN = {
    LinkState.READY: ShownState.OK,
    LinkState.DISCONNECTED: ShownState.OFFLINE,
    LinkState.DEGRADED: ShownState.ATTENTION,
}


def health_body(scene: Scene) -> HealthBody:
    """The server first, then the devices as configured."""
    devices = tuple(_device(scene, d) for d in scene.state.devices)
    title = phrase("station/title") if devices else phrase("station/no_devices")
    return HealthBody(title, (_server(scene), *devices))


def health_actions() -> ActionsView:
    """Try again, and back."""
    key = "do_it/back"
    back = Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "back")
    return ActionsView(
        (Action("retry", phrase("do_it/try_again"), "arrows-clockwise-bold"),), back
    )


def _device(scene: Scene, device: DeviceStatus) -> DeviceLine:
    last: Words = ""
    if device.last_value_at is not None:
        last = phrase("station/last", time=f"{scene.local_time(device.last_value_at):%H:%M:%S}")
    state = _SHOWN.get(device.state, ShownState.IN_PROGRESS)
    chip = Chip(state, phrase(f"link/{device.state.value}"))
    return DeviceLine(device.device, chip, last, device.detail or "", device.identity or "")


def _server(scene: Scene) -> DeviceLine:
    sync = scene.state.sync
    last: Words = ""
    if sync.last_ok_at_us is not None:
        last = phrase("station/last_ok", time=scene.moment(scene.at(sync.last_ok_at_us)))
    chip = sync_chips(scene)[1]
    if chip.state is ShownState.TODO:
        chip = Chip(ShownState.OK, chip.words)
    return DeviceLine(
        phrase("station/server"), chip, last, sync.last_error or "", sync.server_url or ""
    )
