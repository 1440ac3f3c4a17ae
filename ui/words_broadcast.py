"""English words of messages to stations, and of the calls of other stations."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

BROADCAST = {
    # -- header -----------------------------------------------------------------------------
    "header/elsewhere": QT_TRANSLATE_NOOP("station", "{who} · {station}"),
    "header/elsewhere_many": QT_TRANSLATE_NOOP("station", "Calls elsewhere: {calls}"),
    "header/messages": QT_TRANSLATE_NOOP("station", "Messages: {count}"),
    # -- calls of other stations ------------------------------------------------------------
    "call/called_at": QT_TRANSLATE_NOOP("station", "{station} called: {who}"),
    "do_it/line_calls": QT_TRANSLATE_NOOP("station", "Calls elsewhere ({count})"),
    "line_calls/title": QT_TRANSLATE_NOOP("station", "Calls of other stations"),
    "line_calls/line": QT_TRANSLATE_NOOP("station", "Tap one to say how far help is."),
    "line_calls/none": QT_TRANSLATE_NOOP("station", "No station calls you."),
    "line_calls/row": QT_TRANSLATE_NOOP("station", "{station} · {who}"),
    "line_calls/unit": QT_TRANSLATE_NOOP("station", "{state} · SN {serial}"),
    "call.role/headline": QT_TRANSLATE_NOOP("station", "This call of {station} is not yours."),
    "call.role/why": QT_TRANSLATE_NOOP("station", "It can be answered by: {roles}."),
    "call.answered/headline": QT_TRANSLATE_NOOP("station", "Already answered by {who}."),
    "call.answered/why": QT_TRANSLATE_NOOP("station", "That was at {since}. Nothing was changed."),
    "call.not_yours/headline": QT_TRANSLATE_NOOP("station", "{station} made this call."),
    "call.not_yours/why": QT_TRANSLATE_NOOP(
        "station", "Only the station that called can cancel. Nothing was changed."
    ),
    "do/ask_answering": QT_TRANSLATE_NOOP("station", "Tell one of them."),
    "do/ask_station": QT_TRANSLATE_NOOP("station", "Go there, or say that it is solved."),
    "kind/broadcast.sent": QT_TRANSLATE_NOOP("station", "Message written"),
    "kind/broadcast.read": QT_TRANSLATE_NOOP("station", "Message read"),
    # -- messages ---------------------------------------------------------------------------
    "message/from": QT_TRANSLATE_NOOP("station", "Message from: {role}"),
    "message/from_station": QT_TRANSLATE_NOOP("station", "Message from: {role}, {station}"),
    "message/until": QT_TRANSLATE_NOOP("station", "Holds until {time}"),
    "message/do_read": QT_TRANSLATE_NOOP("station", "Read it, then confirm."),
    "message/do_urgent": QT_TRANSLATE_NOOP(
        "station", "Read it, then confirm. The next unit begins after that."
    ),
    "message/write": QT_TRANSLATE_NOOP("station", "Message to the line"),
    "message/write_line": QT_TRANSLATE_NOOP("station", "It holds for a shift."),
    "message/to_whom": QT_TRANSLATE_NOOP("station", "Who is it for?"),
    "message/for_everybody": QT_TRANSLATE_NOOP("station", "Everybody"),
    "message/for_station": QT_TRANSLATE_NOOP("station", "Stations"),
    "message/for_skill": QT_TRANSLATE_NOOP("station", "Who has a skill"),
    "message/for_work": QT_TRANSLATE_NOOP("station", "By their work"),
    "message/for_order": QT_TRANSLATE_NOOP("station", "Who works on an order"),
    "message/for_product": QT_TRANSLATE_NOOP("station", "Who builds a product"),
    "message/for_part": QT_TRANSLATE_NOOP("station", "Who fits a part"),
    "message/choose": QT_TRANSLATE_NOOP("station", "Choose one or more."),
    "message/looking": QT_TRANSLATE_NOOP("station", "Looking up …"),
    "message/no_names": QT_TRANSLATE_NOOP("station", "This station knows none."),
    "message/chosen": QT_TRANSLATE_NOOP("station", "Chosen"),
    "message/may_wait": QT_TRANSLATE_NOOP("station", "It can wait"),
    "message/first": QT_TRANSLATE_NOOP("station", "Before the next unit"),
    "message/recording": QT_TRANSLATE_NOOP("station", "The message is being recorded."),
    "message/sent": QT_TRANSLATE_NOOP("station", "The message is on its way."),
    "message/sent_line": QT_TRANSLATE_NOOP(
        "station",
        "Stations without a connection get it later. The web board says who has read it.",
    ),
    "do_it/choose": QT_TRANSLATE_NOOP("station", "Choose"),
    "do_it/take_back": QT_TRANSLATE_NOOP("station", "Take back"),
    "do_it/send_to": QT_TRANSLATE_NOOP("station", "Send ({count})"),
    "wait/names": QT_TRANSLATE_NOOP("station", "Choose for whom"),
    "do_it/write": QT_TRANSLATE_NOOP("station", "Write a message"),
    "do_it/message_read": QT_TRANSLATE_NOOP("station", "I have read it"),
    "right/broadcast": QT_TRANSLATE_NOOP("station", "Write to the stations"),
    "broadcast.unread/headline": QT_TRANSLATE_NOOP("station", "An urgent message comes first."),
    "broadcast.unread/why": QT_TRANSLATE_NOOP(
        "station", "From: {role}. No unit begins before it was read."
    ),
    "broadcast.for_nobody/headline": QT_TRANSLATE_NOOP(
        "station", "The message is for nobody yet."
    ),
    "broadcast.for_nobody/why": QT_TRANSLATE_NOOP(
        "station", "One message names 1 to {most}. Nothing was sent."
    ),
    "do/choose_names": QT_TRANSLATE_NOOP("station", "Choose for whom it is, then send it."),
    "do/read_message": QT_TRANSLATE_NOOP("station", "Go back, read it and confirm."),
}
