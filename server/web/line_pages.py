"""The line at a glance, its orders and its stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.flow.can_run import what_can_run
from server.flow.line_flow import line_flows
from server.flow.stop_values import valued_stops
from server.memory import pattern_words
from server.memory.patterns import count_new, front_patterns
from server.read.board import station_cards
from server.read.line_documents import LineDocuments
from server.read.orders import all_orders
from server.read.situation_list import open_situations
from server.read.times import utc
from server.read.where_used import recent_units
from server.web.can_run_view import blocked_words
from server.web.flow_view import kept_sentence, limits_sentence, percent, shift_chart
from server.web.format import PlantTimes
from server.web.line_view import current_order, is_unfinished, tiles
from server.web.site import Page
from server.web.stop_view import stop_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from server.read.board import StationCard
    from server.read.orders import OrderProgress
    from server.web.site import Visit

_RECENT = 200
#: On the line's page; the others are one link away.
_MOST_SHOWN = 8
_MOST_PATTERNS = 3
#: On the orders' page, what is not done yet first; others are found by their number.
_MOST_ORDERS = 200


def _line(visit: Visit) -> Response:
    now, zone = visit.plant.now_us(), visit.plant.settings.zone()
    times = PlantTimes(zone)
    with visit.plant.database.read() as connection:
        documents = LineDocuments(connection)
        stops = valued_stops(connection, documents, visit.plant.flow, now_us=now)
        flows = line_flows(connection, documents, visit.plant.flow, now_us=now)
        every, cards = all_orders(connection), station_cards(connection, now_us=now)
        board = what_can_run(connection, documents, every, cards, now_us=now, zone=zone)
        orders = _orders_of(every, cards)
        units = recent_units(connection, limit=_RECENT)
        found = open_situations(connection)
        patterns = front_patterns(connection, most=_MOST_PATTERNS)
        new_patterns = count_new(connection)
    return visit.show(
        "line.html",
        tiles=tiles(cards, orders, now=utc(now)),
        stops=[stop_view(one, times, now=utc(now)) for one in stops],
        flows=[(flow, shift_chart(flow.output, times, utc(now))) for flow in flows],
        limiting={flow.limiting for flow in flows},
        board=board,
        blocked_words=blocked_words,
        percent=percent,
        limits_sentence=limits_sentence,
        kept_sentence=kept_sentence,
        current=current_order(orders, cards),
        situations=found[:_MOST_SHOWN],
        waiting=len(found),
        units=units[:8],
        patterns=patterns,
        new_patterns=new_patterns,
        says=pattern_words,
    )


def _orders_of(every: list[OrderProgress], cards: Sequence[StationCard]) -> list[OrderProgress]:
    """What the stations work on; when all of that is done, every order."""
    called = {card.order for card in cards}
    worked = [one for one in every if one.order.order in called]
    return worked if any(map(is_unfinished, worked)) else every


def _orders(visit: Visit) -> Response:
    with visit.plant.database.read() as connection:
        orders = all_orders(connection)
    unfinished = [one for one in orders if is_unfinished(one)]
    finished = [one for one in orders if not is_unfinished(one)]
    shown = [*unfinished, *finished][:_MOST_ORDERS]
    return visit.show("orders.html", orders=shown, more=len(orders) - len(shown))


def _stations(visit: Visit) -> Response:
    now = visit.plant.now_us()
    with visit.plant.database.read() as connection:
        cards = station_cards(connection, now_us=now)
    shown = zip(cards, tiles(cards, [], now=utc(now)), strict=True)
    return visit.show("stations.html", stations=list(shown))


LINE = Page("/", _line, key="line", name="Line", sign="factory-bold")
ORDERS = Page("/orders", _orders, key="orders", name="Orders", sign="list-checks-bold")
STATIONS = Page("/stations", _stations, key="stations", name="Stations", sign="monitor-bold")
