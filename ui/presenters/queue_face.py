"""What is next: scan a unit, or look at the orders."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ui.presenters.certificates import ending_facts, soon_ending
from ui.presenters.forms_face import checks_button, first_check
from ui.presenters.missing_face import missing_action
from ui.presenters.pages import Pages
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.view_states import Action, ActionsView, Chip, OrderLine, QueueBody
from ui.theme.tokens import ShownState

#: More do not stand in the action bar.
MOST_LEFT = 5

if TYPE_CHECKING:
    from app.services.station_state import OrderRow
    from ui.presenters.scene import Scene


def queue_body(scene: Scene) -> QueueBody:
    """One page of the orders, in the planner's sequence."""
    rows = scene.state.orders
    if not rows:
        return QueueBody(phrase("queue/none"), phrase("queue/none_line"), ())
    pages = queue_pages(scene)
    chosen = scene.state.chosen_order
    title = phrase("queue/title_of", order=chosen) if chosen else phrase("queue/title")
    note: Words = ""
    if not pages.is_one:
        note = Phrase("queue/page", dict(pages.facts()))
    lines = tuple(_line(scene, row) for row in pages.shown(rows))
    return QueueBody(title, _below_title(scene), lines, note)


def _below_title(scene: Scene) -> Words:
    """Between two units is the time to read what comes first, or that a certificate ends soon."""
    check = first_check(scene)
    if check is not None:
        return check
    person = scene.state.person
    ending = None if person is None else soon_ending(scene, person)
    if ending is None:
        return phrase("queue/line")
    return Phrase("certificate/one", ending_facts(scene, ending))


def queue_actions(scene: Scene) -> ActionsView:
    """Ways out on the left; signing out stands where the primary would."""
    left: tuple[Action, ...] = (
        Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger"),
        Action("help", phrase("do_it/help"), "bell-ringing-bold"),
        Action("station", phrase("do_it/station"), "heartbeat-bold"),
    )
    pages = queue_pages(scene)
    missing = missing_action(scene)
    if missing is not None and not pages.number:  # beside Up and Down there is no room
        left = (*left, missing)
    left = (*left, *checks_button(scene))
    if len(left) + len(pages.actions()) >= MOST_LEFT:
        left = tuple(action for action in left if action.name != "station")
    left = (*left, _handover(scene))
    sign_out = Action("sign_out", phrase("do_it/sign_out"), "sign-out-bold", "standard")
    return ActionsView((*left, *pages.actions()), sign_out)


def _handover(scene: Scene) -> Action:
    """The way to hand over, or to what waits to be taken over."""
    line = scene.state.line
    if line.waiting is not None and line.is_put_off:
        return Action("take_over", phrase("do_it/take_over"), "users-bold")
    return Action("handover", phrase("do_it/handover"), "users-bold")


def queue_pages(scene: Scene) -> Pages:
    """Where one is in a long queue."""
    return Pages(len(scene.state.orders), scene.room.orders, scene.local.scroll)


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
