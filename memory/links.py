"""How decisions hang together, and which of them counts now.

Links are facts like decisions: none is edited, and of two that disagree the newer counts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class LinkKind(StrEnum):
    """``decision`` … ``other``; the last one points to an instruction's revision instead."""

    SUPERSEDES = "supersedes"
    CONTRADICTS = "contradicts"
    SAME_AS = "same_as"
    DERIVED_FROM = "derived_from"
    ROLLED_INTO_INSTRUCTION = "rolled_into_instruction"


class Link(Struct, frozen=True, kw_only=True):
    """One statement about a decision; ``at_us`` is UTC in µs."""

    link: str
    kind: LinkKind
    decision: str
    at_us: int
    other: str = ""
    revision: str = ""


class Standing(Struct, frozen=True, kw_only=True):
    """What the links say of one decision.

    ``current`` is the one to read in its place (itself while it counts); ``same`` are those that
    are one with it; ``against`` live ones that say the contrary; ``roots`` what it grew from;
    ``instruction`` the revision that says it now, so that nobody needs to be advised.
    """

    current: str
    same: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    instruction: str | None = None

    def counts(self, decision: str) -> bool:
        """Whether the decision this is said of is itself what counts."""
        return self.current == decision


class Linked:
    """The links of a plant, folded; the order in which they come does not matter.

    A decision that stands in no link counts as itself.  A link that would make a decision
    supersede itself, over however many steps, says nothing and is listed in ``refused``.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        ordered = sorted(links, key=lambda link: (link.at_us, link.link))
        self._leader: dict[str, str] = {}
        self._newer: dict[str, str] = {}
        self._revision: dict[str, str] = {}
        self.refused: list[Link] = []
        for link in ordered:
            if link.kind is LinkKind.SAME_AS:
                self._join(link)
        for link in ordered:
            if link.kind is LinkKind.SUPERSEDES:
                self._supersede(link)
            elif link.kind is LinkKind.ROLLED_INTO_INSTRUCTION:
                self._revision[self._lead(link.decision)] = link.revision
        self._against = self._pairs(ordered, LinkKind.CONTRADICTS)
        self._roots = self._pairs(ordered, LinkKind.DERIVED_FROM)

    def standing(self, decision: str) -> Standing:
        group = self._lead(decision)
        newest = self._newest(group)
        same = [one for one in self._leader if self._lead(one) == group and one != decision]
        live = {other for other in self._against.get(newest, ()) if other not in self._newer}
        return Standing(
            current=decision if newest == group else newest,
            same=tuple(sorted(same)),
            against=tuple(sorted(live)),
            roots=tuple(sorted(self._all_roots(group))),
            instruction=self._revision.get(newest),
        )

    def _join(self, link: Link) -> None:
        """The smallest id leads, so that it is the same one everywhere."""
        first, second = sorted((self._lead(link.decision), self._lead(link.other)))
        self._leader.setdefault(first, first)
        self._leader[second] = first

    def _lead(self, decision: str) -> str:
        while (leader := self._leader.get(decision, decision)) != decision:
            decision = leader
        return decision

    def _supersede(self, link: Link) -> None:
        newer, older = self._lead(link.decision), self._lead(link.other)
        if older in self._chain(newer):
            self.refused.append(link)
        else:
            self._newer[older] = newer

    def _newest(self, group: str) -> str:
        return self._chain(group)[-1]

    def _chain(self, group: str) -> list[str]:
        """From the group to the newest that supersedes it."""
        chain = [group]
        while chain[-1] in self._newer:
            chain.append(self._newer[chain[-1]])
        return chain

    def _pairs(self, links: list[Link], kind: LinkKind) -> dict[str, set[str]]:
        pairs: dict[str, set[str]] = {}
        for link in links:
            if link.kind is kind:
                here, there = self._lead(link.decision), self._lead(link.other)
                pairs.setdefault(here, set()).add(there)
                if kind is LinkKind.CONTRADICTS:
                    pairs.setdefault(there, set()).add(here)
        return pairs

    def _all_roots(self, group: str) -> set[str]:
        found: set[str] = set()
        open_ends = [group]
        while open_ends:
            new = self._roots.get(open_ends.pop(), set()) - found
            found |= new
            open_ends += sorted(new)
        return found - {group}
