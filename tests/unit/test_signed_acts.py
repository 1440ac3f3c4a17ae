"""Who signs for a bypass, an arrival or a handover signs exactly that fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.events import SignedOff
from app.domain.signatures import content_hash
from app.services.bypasses import EndBypass, VerifyBypass
from app.services.calls import ArriveByBadge, OpenCall
from app.services.handover import AcceptHandover, GiveHandover, PrepareHandover
from app.services.sign_off import CancelSignature
from tests.helpers.station_rig import BADGE, station_at
from tests.unit.test_quality_desk import activated, sign

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.envelope import Envelope
    from tests.helpers.station_rig import Rig


async def last_two(rig: Rig) -> tuple[Envelope, Envelope]:
    """A signature and what it signs, as they are recorded."""
    signature, signed = (await rig.envelopes())[-2:]
    return signature, signed


async def assert_signed(rig: Rig, kind: str, person: str) -> None:
    signature, signed = await last_two(rig)
    assert (signature.kind, signed.kind) == ("signed.off", kind)
    body = msgspec.json.decode(signature.body, type=SignedOff)
    assert body.signs == content_hash(signed.kind, bytes(signed.body))
    assert (signature.actor.id, body.person) == (person, person)


@pytest.mark.allow_warnings
async def test_a_signature_that_cannot_be_kept_with_its_fact_is_not_kept_alone(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.station.do(OpenCall("lead"))
        (call,) = rig.state.line.calls
        await rig.station.do(ArriveByBadge(call.call))
        before = len(await rig.envelopes())
        rig.journal.is_broken = True
        await rig.scan("BADGE-412")
        rig.journal.is_broken = False
        assert len(await rig.envelopes()) == before


async def test_who_came_to_help_signs_the_arrival(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.do(OpenCall("lead"))
        (call,) = rig.state.line.calls
        await rig.station.do(ArriveByBadge(call.call))
        await rig.scan("BADGE-412")
        await assert_signed(rig, "call.answered", "412")
        assert rig.step == "bolts"


async def test_who_goes_signs_what_they_hand_over_and_nobody_does_for_them(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.station.do(PrepareHandover())
        await rig.station.do(GiveHandover("station"))
        await rig.scan("BADGE-412")
        asked = rig.state.people.asked
        assert asked is not None
        assert asked.refusal is not None
        assert asked.refusal.code == "sign_off.not_you"
        assert rig.state.line.waiting is None
        assert rig.state.line.sheet is not None
        await rig.scan(BADGE)
        await assert_signed(rig, "handover.given", "417")
        assert rig.state.line.waiting is not None
        assert rig.state.line.sheet is None


async def test_who_goes_and_does_not_sign_has_handed_nothing_over(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.station.do(GiveHandover("station"))
        await rig.station.do(CancelSignature())
        assert rig.state.line.waiting is None


async def test_who_takes_the_shift_over_signs_the_handover(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.station.do(GiveHandover("person"))
        await rig.scan(BADGE)
        waiting = rig.state.line.waiting
        assert waiting is not None
        await rig.station.do(AcceptHandover(waiting.given.handover, ()))
        await rig.scan("BADGE-412")
        await assert_signed(rig, "handover.accepted", "412")
        assert rig.state.line.waiting is None


async def test_the_second_person_signs_the_bypass_and_its_verification(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await activated(rig)
        await assert_signed(rig, "bypass.activated", "31")
        await rig.station.do(EndBypass("BP-1"))
        await rig.station.unit_left()
        await rig.station.do(VerifyBypass("BP-1"))
        await sign(rig, "31")
        await assert_signed(rig, "bypass.verified", "31")
