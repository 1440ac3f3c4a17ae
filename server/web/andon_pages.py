"""Andon: who calls, how far help is, and messages to the stations; also as a wall board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.broadcasts import AUDIENCES, EVERYBODY, LONGEST_H, MOST_LETTERS
from app.domain.languages import SCREEN_LANGUAGES
from app.domain.rights import BROADCAST
from server.andon.board import andon_board, roles_of
from server.andon.times import DAYS, response_times
from server.log.andon_calls import answer, find_call
from server.log.andon_messages import send, take_back
from server.problems import Problem, invalid
from server.read.times import utc
from server.web.andon_view import call_cards, message_rows, timer, times_rows
from server.web.site import Page

if TYPE_CHECKING:
    from starlette.responses import Response

    from server.web.site import Visit

_REFUSED = 400
#: Whoever sits at the server itself and has not signed in.
_ADMINISTRATOR = "administrator"
#: What a station's screen calls its languages.
_LANGUAGES = {"en": "English", "de": "German", "es": "Spanish", "pl": "Polish", "zh": "Chinese"}


def _andon(visit: Visit, *, said: str = "", status: int = 200) -> Response:
    now_us = visit.plant.now_us()
    is_wall = visit.request.query_params.get("wall") == "1"
    with visit.plant.database.read() as connection:
        board = andon_board(connection, now_us=now_us)
        times = [] if is_wall else response_times(connection, now_us=now_us)
    return visit.show(
        "andon_wall.html" if is_wall else "andon.html",
        status=status,
        calls=call_cards(board.calls, visit.visitor, now=utc(now_us)),
        more=board.more_calls,
        messages=message_rows(board.messages),
        times_rows=times_rows(times),
        days=DAYS,
        timer=timer,
        may_write=visit.visitor.has_right(BROADCAST),
        languages=[(tag, _LANGUAGES[tag]) for tag in SCREEN_LANGUAGES],
        audiences=AUDIENCES,
        longest_h=LONGEST_H,
        most_letters=MOST_LETTERS,
        said=said,
        typed=visit.form,
    )


def _said(visit: Visit) -> Response:
    """Do what a form says; what is wrong with it is said on the page, with what was typed."""
    does = {"answer": _answer, "write": _write, "take_back": _take_back}
    try:
        do = does.get(visit.form.get("does", ""))
        if do is None:
            raise invalid(detail="This form is of another release of the server. Open it again.")
        do(visit)
    except Problem as problem:
        return _andon(visit, said=problem.detail, status=max(problem.status, _REFUSED))
    visit.plant.published()
    return visit.go_to("/andon")


def _answer(visit: Visit) -> None:
    call, plant = visit.form.get("call", ""), visit.plant
    with plant.database.write() as connection:
        found = find_call(connection, call)
        roles = frozenset[str]() if found is None else roles_of(connection, found)
        if found is not None and not visit.visitor.has_role(roles):
            names = ", ".join(sorted(roles))
            raise Problem(403, "role", f"This call is answered by: {names}. Nothing was changed.")
        stage = visit.form.get("stage", "")
        answer(connection, call, stage, role=_role(visit), now_us=plant.now_us())


def _write(visit: Visit) -> None:
    _require_right(visit)
    form, plant = visit.form, visit.plant
    texts = {str(tag): form.get(f"text_{tag}", "").strip() for tag in SCREEN_LANGUAGES}
    audience = next((one for one in AUDIENCES if one == form.get("audience")), EVERYBODY)
    names = form.get("names", "").replace("\n", ",").split(",")
    with plant.database.write() as connection:
        send(
            connection,
            name=plant.random(8).hex(),
            text=_texts(texts),
            role=_role(visit),
            hours=_hours(form.get("hours", "")),
            audience=audience,
            names=tuple(dict.fromkeys(name.strip() for name in names if name.strip())),
            is_urgent=form.get("urgent") == "yes",
            now_us=plant.now_us(),
        )


def _take_back(visit: Visit) -> None:
    _require_right(visit)
    with visit.plant.database.write() as connection:
        take_back(connection, visit.form.get("broadcast", ""), now_us=visit.plant.now_us())


def _texts(texts: dict[str, str]) -> dict[str, str]:
    written = {tag: text for tag, text in texts.items() if text}
    if not written:
        raise invalid(detail="The message says nothing yet. Write it in at least one language.")
    for tag, text in written.items():
        if len(text) > MOST_LETTERS:
            said = f"{_LANGUAGES[tag]}: {len(text)} letters, at most {MOST_LETTERS}."
            raise invalid(detail=f"{said} Nothing was sent.")
    return written


def _hours(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise invalid(detail=f"{text!r}: expected a number of hours.") from None


def _require_right(visit: Visit) -> None:
    if not visit.visitor.has_right(BROADCAST):
        raise Problem(
            403,
            "right",
            'This takes the right "broadcast": ask a lead or an engineer. Nothing was changed.',
        )


def _role(visit: Visit) -> str:
    person = visit.visitor.signed_in
    return _ADMINISTRATOR if person is None else person.role


ANDON = Page("/andon", _andon, key="andon", name="Andon", sign="bell-ringing-bold", submit=_said)
