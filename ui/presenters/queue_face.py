"""What is next: scan a unit, or look at the orders."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ui.presenters.phrases import Words, phrase
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
    first = min(scene.local.page, _last_page(scene, rows_a_page)) * rows_a_page
    page = rows[first : first + rows_a_page]
    chosen = scene.state.chosen_order
    title = phrase("queue/title_of", order=chosen) if chosen else phrase("queue/title")
    note: Words = ""
    if len(rows) > rows_a_page:
        last = str(first + len(page))
        note = phrase("queue/page", first=str(first + 1), last=last, total=str(len(rows)))
    lines = tuple(_line(scene, row) for row in page)
    return QueueBody(title, phrase("queue/line"), lines, note)


def queue_actions(scene: Scene, rows_a_page: int) -> ActionsView:
    """Ways out on the left; signing out stands where the primary would."""
    left = [
        Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger"),
        Action("help", phrase("do_it/help"), "bell-ringing-bold"),
        Action("station", phrase("do_it/station"), "heartbeat-bold"),
    ]
    last = _last_page(scene, rows_a_page)
    if scene.local.page > 0:
        left.append(Action("up", phrase("do_it/up"), "arrow-up-bold"))
    if scene.local.page < last:
        left.append(Action("down", phrase("do_it/down"), "arrow-down-bold"))
    sign_out = Action("sign_out", phrase("do_it/sign_out"), "sign-out-bold", "standard")
    return ActionsView(tuple(left), sign_out)


def _last_page(scene: Scene, rows_a_page: int) -> int:
    return max(0, (len(scene.state.orders) - 1) // rows_a_page)


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
