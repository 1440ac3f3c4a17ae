"""Vendor profiles: files that can be used, and sentences for those that cannot."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidInput
from device_drivers.open_protocol import profile as profiles
from device_drivers.open_protocol.profile import GENERIC, OldResults, read
from device_drivers.open_protocol.revisions import Revisions
from device_drivers.open_protocol.tables import best_revision
from device_drivers.open_protocol.url import settings_from


@pytest.mark.parametrize("name", profiles.names())
def test_every_profile_can_be_used_in_a_url(name: str) -> None:
    settings = settings_from("T-07", f"openprotocol://h?profile={name}")
    assert settings.profile == profiles.load(name)
    assert settings.profile.title
    assert settings.times.keep_alive_s == settings.profile.times.keep_alive_s


def test_the_generic_profile_is_the_specification() -> None:
    assert profiles.load("generic") == GENERIC


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("title =", "is no TOML"),
        ("", "`title`"),
        ('title = "x"\nspeed = 3', "`speed`"),
        ('title = "x"\nold_results = "somehow"', "somehow"),
        ('title = "x"\n[times]\nkeep_alive_s = 0', "keep_alive_s"),
        ('title = "x"\n[revisions]\n"60" = 5', "revisions"),
        ('title = "x"\n[revisions]\n"0060" = 40', "0060 in revision 40, which has no table"),
        ('title = "x"\n[revisions]\n"0060" = [500]', "0060 in revision 500, which has no table"),
        ('title = "x"\nold_results = "rewind"', "which the last result does not have"),
    ],
)
def test_a_profile_that_cannot_be_is_named(text: str, wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong) as fault:
        read(text, "ours")
    assert "controller profile ours" in str(fault.value)


def test_a_profile_nobody_wrote_is_named_with_those_there_are() -> None:
    with pytest.raises(InvalidInput, match=r"no controller profile 'acme'.*atlas_pf4000"):
        profiles.load("acme")


def test_the_revisions_to_try_are_those_with_a_table_and_worth_it() -> None:
    assert list(GENERIC.revisions_of(60)) == list(range(11, 0, -1))
    limited = read('title = "x"\n[revisions]\n"0060" = 5\n"0001" = [6]', "ours")
    assert list(limited.revisions_of(60)) == [5, 4, 3, 2, 1]
    assert list(limited.revisions_of(1)) == [6]
    assert limited.old_results is OldResults.CONSECUTIVE


def test_revisions_step_down_are_remembered_and_begin_anew_after_the_lowest() -> None:
    revisions = Revisions(GENERIC)
    assert revisions.of(14) == best_revision(14) == 2
    assert revisions.lower(14)
    assert revisions.of(14) == 1
    assert not revisions.lower(14)
    assert revisions.of(14) == 2


def test_a_revision_that_has_worked_is_not_lowered_by_a_cut() -> None:
    revisions = Revisions(GENERIC)
    revisions.of(1)
    revisions.hung_up(1)
    assert revisions.of(1) == 6
    revisions.works(1)
    revisions.hung_up(1)
    assert revisions.of(1) == 6


@pytest.mark.parametrize(("code", "steps_down"), [(97, True), (74, True), (76, True), (2, False)])
def test_only_a_refusal_that_can_be_about_the_revision_steps_down(
    code: int, steps_down: bool
) -> None:
    revisions = Revisions(GENERIC)
    revisions.works(60)
    assert revisions.refused(60, code) is steps_down
    assert revisions.of(60) == (10 if steps_down else 11)


def test_a_failed_command_is_about_the_revision_only_where_it_never_worked() -> None:
    revisions = Revisions(GENERIC)
    assert revisions.refused(38, 79)
    revisions.works(39)
    assert not revisions.refused(39, 79)
