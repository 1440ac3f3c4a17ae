"""How a vendor's controllers have to be spoken to, read from files in ``profiles``: data, no code.

What a file does not say is as the specification has it.
"""

from __future__ import annotations

import tomllib
from enum import Enum
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct, field

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.tables import FIRST_VARIANT, LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLDER = resources.files("device_drivers.open_protocol") / "profiles"
_SUFFIX = ".toml"

Seconds = Annotated[float, Meta(ge=0)]
Positive = Annotated[int, Meta(ge=1)]
#: Four digits, as people write a MID.
Mid = Annotated[str, Meta(pattern=r"^\d{4}$")]


class Results(Enum):
    """In which form results come."""

    LAST = "last result"
    OPERATION = "operation result"
    SPINDLES = "multi-spindle result"


class OldResults(Enum):
    """How results made while nobody listened can be had."""

    CONSECUTIVE = "consecutive"
    WALK_BACK = "walk back"
    INDEX_REPLAY = "index replay"
    REWIND = "rewind"
    NONE = "none"


class Ids(Enum):
    """How long the count of results goes on."""

    LASTING = "lasting"
    EACH_CONNECTION = "each connection"


class _Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a file; a misspelt key is an error."""


class Identifier(_Section, frozen=True, kw_only=True):
    """``is_padded``: 0050 must come at its full length."""

    most: Positive = 25
    is_padded: bool = False


class ProfileTimes(_Section, frozen=True, kw_only=True):
    """See :class:`device_drivers.open_protocol.settings.Times`."""

    answer_s: Seconds = 10.0
    keep_alive_s: Annotated[float, Meta(gt=0)] = 10.0
    silence_s: Seconds = 15.0
    busy_s: Seconds = 15.0


class Parameters(_Section, frozen=True, kw_only=True):
    """Which variable field of an operation result holds what."""

    identifier: str = "03000"
    program: str = "01000"
    torque: str = "30230"
    angle: str = "30231"
    torque_status: str = "30200"
    angle_status: str = "30201"
    torque_target: str = "30237"
    torque_min: str = "30238"
    torque_max: str = "30239"
    angle_target: str = "30240"
    angle_min: str = "30241"
    angle_max: str = "30242"


class Profile(_Section, frozen=True, kw_only=True):
    """One family of controllers.

    ``revisions`` by MID: a number is the highest worth asking for, a list is all there are.
    ``without`` are MIDs its controllers do not know: they are never sent.
    """

    title: str
    results: Results = Results.LAST
    old_results: OldResults = OldResults.CONSECUTIVE
    ids: Ids = Ids.LASTING
    #: Uses acknowledging on the link where the controller offers it.
    may_number: bool = True
    without: tuple[int, ...] = ()
    revisions: dict[Mid, int | tuple[int, ...]] = field(default_factory=dict)
    identifier: Identifier = Identifier()
    times: ProfileTimes = ProfileTimes()
    parameters: Parameters = Parameters()

    def knows(self, mid: int) -> bool:
        """Whether it is worth sending ``mid``."""
        return mid not in self.without

    def revisions_of(self, mid: int) -> Sequence[int]:
        """The revisions of ``mid`` to try, best first; never empty for a MID that we know."""
        known = [rev for each, rev in LAYOUTS if each == mid and rev < FIRST_VARIANT]
        said = self.revisions.get(f"{mid:04d}", FIRST_VARIANT)
        fitting = [rev for rev in known if (rev <= said if isinstance(said, int) else rev in said)]
        return sorted(fitting or known[:1], reverse=True)


GENERIC = Profile(title="Open Protocol as the specification has it")


def names() -> tuple[str, ...]:
    """The profiles there are."""
    files = (each.name for each in _FOLDER.iterdir() if each.name.endswith(_SUFFIX))
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in files))


def load(name: str) -> Profile:
    """The profile called ``name``.

    Raises:
        InvalidInput: there is none of that name, or its file says something that cannot be.
    """
    known = names()
    if name not in known:
        message = f"There is no controller profile {name!r}; there is: {', '.join(known)}."
        raise InvalidInput(message)
    return read((_FOLDER / f"{name}{_SUFFIX}").read_text("utf-8"), name)


def read(text: str, name: str) -> Profile:
    """The profile in ``text``.

    Raises:
        InvalidInput: it is no TOML, or says something that cannot be.
    """
    try:
        profile = msgspec.convert(tomllib.loads(text), Profile)
    except tomllib.TOMLDecodeError as error:
        message = f"The controller profile {name} is no TOML: {error}."
        raise InvalidInput(message) from error
    except msgspec.ValidationError as error:
        message = f"The controller profile {name} cannot be used: {error}."
        raise InvalidInput(message) from error
    _check_revisions(profile, name)
    _check_results(profile, name)
    return profile


def _check_revisions(profile: Profile, name: str) -> None:
    for mid, said in profile.revisions.items():
        wanted = (said,) if isinstance(said, int) else said
        if not any((int(mid), revision) in LAYOUTS for revision in wanted):
            message = (
                f"The controller profile {name} asks for {mid} in revision "
                f"{', '.join(map(str, wanted))}, which has no table here."
            )
            raise InvalidInput(message)


_FITTING = {
    Results.LAST: {OldResults.CONSECUTIVE, OldResults.WALK_BACK, OldResults.NONE},
    Results.OPERATION: {OldResults.INDEX_REPLAY, OldResults.NONE},
    Results.SPINDLES: {OldResults.REWIND, OldResults.NONE},
}


def _check_results(profile: Profile, name: str) -> None:
    if profile.old_results not in _FITTING[profile.results]:
        message = (
            f"The controller profile {name} wants old results by {profile.old_results.value!r}, "
            f"which the {profile.results.value} does not have."
        )
        raise InvalidInput(message)
