"""What is next: scan a unit, or look at the orders."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ui.presenters.pages import Pages
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.view_states import Action, ActionsView, Chip, OrderLine, QueueBody
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.station_state import OrderRow
    from ui.presenters.scene import Scene


def queue_body(scene: Scene, rows_a_page: int) -> QueueBody:
    """One page of the orders, in the planner's sequence."""
    rows = scene.state.orders
    if not rows:
        return QueueBody(phrase("queue/none"), phrase("queue/none_line"), ())
    pages = Pages(len(rows), rows_a_page, scene.local.page)
    chosen = scene.state.chosen_order
    title = phrase("queue/title_of", order=chosen) if chosen else phrase("queue/title")
    note: Words = ""
    if not pages.is_one:
        note = Phrase("queue/page", dict(pages.facts()))
    lines = tuple(_line(scene, row) for row in pages.shown(rows))
    return QueueBody(title, phrase("queue/line"), lines, note)


def queue_actions(scene: Scene, rows_a_page: int) -> ActionsView:
    """Ways out on the left; signing out stands where the primary would."""
    left = (
        Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger"),
        Action("help", phrase("do_it/help"), "bell-ringing-bold"),
        Action("station", phrase("do_it/station"), "heartbeat-bold"),
    )
    pages = Pages(len(scene.state.orders), rows_a_page, scene.local.page)
    sign_out = Action("sign_out", phrase("do_it/sign_out"), "sign-out-bold", "standard")
    return ActionsView((*left, *pages.actions()), sign_out)


def _line(scene: Scene, row: OrderRow) -> OrderLine:
    order = row.order
    below: Words = ""
    if order.priority:
        below = phrase("queue/priority", number=str(order.priority))
    return OrderLine(
        order=order.order,
        product=phrase("header/variant", product=order.product, variant=order.variant),
        below=below,
        done=f"{row.done} / {order.quantity}",
        due=_due(scene, order.due),
        chip=_chip(scene, row),
        is_chosen=order.order == scene.state.chosen_order,
    )


def _chip(scene: Scene, row: OrderRow) -> Chip:
    if row.blocked is not None:
        key = row.blocked.code if row.blocked.code == "instruction.missing" else "other"
        return Chip(ShownState.ATTENTION, phrase(f"blocked/{key}"))
    if row.is_running or row.done:
        return Chip(ShownState.IN_PROGRESS, phrase("state/running"))
    if row.order.order == scene.state.chosen_order:
        return Chip(ShownState.IN_PROGRESS, phrase("queue/chosen"), "check-bold")
    return Chip(ShownState.TODO, phrase("state/todo"))


def _due(scene: Scene, due: datetime | None) -> Words:
    if due is None:
        return "–"
    local, now = scene.local_time(due), scene.now
    time = f"{local:%H:%M}"
    if local.date() == now.date():
        return phrase("queue/late", time=time) if local < now else time
    if local.date() == now.date() + timedelta(days=1):
        return phrase("queue/tomorrow", time=time)
    return f"{local:%Y-%m-%d %H:%M}"
