"""The bar on top: where, what, for whom; and whether the facts reach the plant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.devices import LinkState
from app.ports.sync import SyncState
from ui.presenters.andon_face import call_chip, call_from_afar, is_call_seen
from ui.presenters.broadcast_face import messages_chip
from ui.presenters.bypass_face import bypass_chip
from ui.presenters.calibration_words import calibration_chip
from ui.presenters.certificates import ending_facts, soon_ending
from ui.presenters.curve_words import curve_chip
from ui.presenters.forms_face import checks_chip, is_check
from ui.presenters.line_calls_face import elsewhere_chip
from ui.presenters.long_work import long_work, share_of
from ui.presenters.open_situations import of_good_result
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.situations_face import situations_chip
from ui.presenters.view_states import Chip, HeaderField, HeaderView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.plant import Person
    from ui.presenters.scene import Scene

_OLD_AFTER_US = 60_000_000
#: So long after the last one they are said.
STRAY_FOR_S = 60
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
    notice, way = _notice(scene)
    return HeaderView(
        fields=_fields(scene),
        short=_short(scene),
        sync=sync,
        sync_short=sync_short,
        trouble=notice,
        way=way,
        spoken=phrase("header/devices", count=str(len(scene.state.devices))),
        call=call_chip(scene) or elsewhere_chip(scene) or messages_chip(scene),
        afar=call_from_afar(scene),
        is_call_seen=is_call_seen(scene),
        time=f"{scene.now:%H:%M}",
        initials=initials(person) if person else "",
        person=person.name if person else "",
        person_short=_short_names(scene, person) if person else f"{scene.now:%H:%M}",
        below_person=_shift_and_time(scene),
    )


def _notice(scene: Scene) -> tuple[Chip | None, str]:
    """The one thing that matters most, and what a tap on it opens."""
    is_someone = scene.state.person is not None
    trouble = _trouble(scene)
    if trouble is not None:
        is_stray = is_someone and trouble == stray_chip(scene)
        return trouble, "results" if is_stray else "station"
    curve = curve_chip(scene)
    if curve is not None:
        return curve, _way_to_curve(scene)
    work, checks = _work(scene), checks_chip(scene) if is_someone else None
    if work is not None or checks is not None:
        return (work, "station") if work is not None else (checks, "checks")
    due, waiting = calibration_chip(scene), situations_chip(scene)
    if due is None and waiting is not None:
        return waiting, "situations"
    return due or _devices(scene), "station"


def _way_to_curve(scene: Scene) -> str:
    """The card of the curve that looks odd, once there is one."""
    read = scene.state.curve_reading
    found = None if read is None else of_good_result(scene, read.step)
    return "station" if found is None else f"why:{found.name}"


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
    if is_check(scene):
        shift = HeaderField(phrase("header/shift"), state.shift or "–")
        title = scene.text(run.instruction.title)
        return station, HeaderField(phrase("header/check"), title), shift
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
    if is_check(scene):
        return station.station, scene.text(run.instruction.title)
    return station.station, phrase("header/serial", serial=run.serial)


def _trouble(scene: Scene) -> Chip | None:
    """A tool that may be enabled is a danger wherever one looks; next is one that runs unasked.

    Then the devices that are away.  One that is still connecting for the first time is not away.
    """
    loose = scene.state.loose_tools
    if loose:
        words = phrase("header/tool_loose", device=loose[0])
        return Chip(ShownState.NOK, words, "warning-octagon-bold")
    stray = stray_chip(scene)
    if stray is not None:
        return stray
    bypassed = bypass_chip(scene)
    if bypassed is not None:
        return bypassed
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


def _work(scene: Scene) -> Chip | None:
    """What has gone on for more than ten seconds, and how far it is."""
    work = long_work(scene)
    if work is None:
        return None
    words = share_of(work)
    return Chip(ShownState.IN_PROGRESS, words, "hourglass-bold")


def _devices(scene: Scene) -> Chip | None:
    """How many there are, while all is well with them."""
    count = len(scene.state.devices)
    return Chip(ShownState.TODO, str(count), "plug-bold") if count else None


def stray_chip(scene: Scene) -> Chip | None:
    """Results nobody asked for, counted while their tool goes on."""
    stray = [
        one
        for one in scene.state.unwanted
        if abs(scene.now_us - one.last_us) < STRAY_FOR_S * 1_000_000
    ]
    if not stray:
        return None
    count = str(sum(one.count for one in stray))
    words = phrase("header/stray", device=stray[-1].device, count=count)
    if len(stray) > 1:
        words = phrase("header/stray_many", tools=str(len(stray)), count=count)
    return Chip(ShownState.ATTENTION, words, "wrench-bold")


def _short_name(person: Person) -> str:
    last = person.name.split()[-1] if person.name.split() else person.person
    return f"{initials(person)} {last}" if last.isdigit() else person.name


def _short_names(scene: Scene, person: Person) -> Words:
    """Who acts, and beside them a trainer or the rest of the crew."""
    people = scene.state.people
    others = [p for p in people.present if p.person != person.person]
    training = people.training
    if training is not None and training.trainee.person == person.person:
        others = [training.trainer]
    if not others:
        return _short_name(person)
    names = ", ".join(map(_short_name, others[-2:]))
    return phrase("crew/short", name=_short_name(person), names=names)


def _shift_and_time(scene: Scene) -> Words:
    time, person = f"{scene.now:%H:%M}", scene.state.person
    if person is None:
        return time
    who = _about_people(scene, person)
    if who:
        return phrase("people/time", who=who, time=time)
    shift = scene.state.shift
    return phrase("header/shift_time", shift=shift, time=time) if shift else time


def _about_people(scene: Scene, person: Person) -> Words:
    """Who answers for a trainee, who else is there, which certificate ends soon: the first."""
    people = scene.state.people
    training = people.training
    if training is not None and training.trainee.person == person.person:
        return phrase("training/short", name=_short_name(training.trainer))
    others = [p for p in people.present if p.person != person.person]
    if others:
        return phrase("crew/with", names=", ".join(map(_short_name, others)))
    ending = soon_ending(scene, person)
    return "" if ending is None else Phrase("certificate/soon", ending_facts(scene, ending))
