"""How people write about the same thing: other words, abbreviations, slips of the finger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

#: By topic: what it looks like, and what people noticed beside it.
TOPICS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "torque low": (
        ("torque too low on housing bolt", "bolt not reaching target torque",
         "final torque below limit at housing"),
        ("bit worn", "tool slips out of the screw head", "angle much higher than usual"),
    ),
    "bearing press": (
        ("bearing press force too low", "press force of the bearing under the window",
         "bearing seats without force"),
        ("bore looks oversized", "bearing drops in by hand", "force curve flat until the end"),
    ),
    "seal": (
        ("seal damaged while fitting", "lip of the seal cut", "sealing ring torn at assembly"),
        ("edge of the housing sharp", "seal dry", "too much grease on the ring"),
    ),
    "leak": (
        ("leak test failed", "pressure drop above limit at leak test", "gearbox leaks at cover"),
        ("bubbles at the cover", "seal pinched", "pressure falls after ten seconds"),
    ),
    "wrong part": (
        ("wrong housing scanned", "part does not belong to this order",
         "housing of another variant in the bin"),
        ("bins swapped by logistics", "label of the bin wrong", "two variants in one box"),
    ),
    "glue bead": (
        ("adhesive bead interrupted", "glue bead broken at the corner", "gap in the adhesive"),
        ("nozzle blocked", "air in the cartridge", "adhesive skin at the nozzle"),
    ),
    "label": (
        ("label crooked", "type label not straight", "label sticks at an angle"),
        ("roller dirty", "label lifts at the edge", "housing dusty"),
    ),
    "scratch": (
        ("scratch on the visible face", "cover scratched", "surface scratched on delivery"),
        ("parts without interlayer", "scratch runs along the edge", "tray worn"),
    ),
    "rattle": (
        ("gearbox rattles at end of line", "rattling noise in the test run", "noise under load"),
        ("play in the shaft", "noise only when cold", "gear wheel runs out"),
    ),
    "clearance": (
        ("clearance of the shaft too large", "axial play above limit", "shaft has too much play"),
        ("shim missing", "new drawing of the spacer", "spacer thinner than before"),
    ),
}  # fmt: skip

ABBREVIATIONS = {
    "torque": "trq", "housing": "hsg", "gearbox": "gbx", "bearing": "brg", "pressure": "press.",
    "assembly": "assy", "adhesive": "adh", "surface": "surf", "scratched": "scr'd",
    "clearance": "clr", "label": "lbl", "failed": "f/d", "logistics": "log.",
}  # fmt: skip
_SLIPS = 0.06
_SHORT = 0.25


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for, three ways of typing it, and the topic that is meant."""

    topic: str
    clean: str
    misspelt: str
    abbreviated: str


def written(topic: str, random: np.random.Generator) -> str:
    """One way to write about the topic; some words shortened, some with a slip."""
    looks, beside = TOPICS[topic]
    text = f"{looks[random.integers(len(looks))]}, {beside[random.integers(len(beside))]}"
    return " ".join(_as_typed(word, random) for word in text.split())


def queries(random: np.random.Generator) -> tuple[Query, ...]:
    """Every look of every topic."""
    return tuple(
        Query(
            topic,
            text,
            " ".join(_slipped(word, random) if len(word) > 4 else word for word in text.split()),
            " ".join(ABBREVIATIONS.get(word, word) for word in text.split()),
        )
        for topic, (looks, _) in TOPICS.items()
        for text in looks
    )


def _as_typed(word: str, random: np.random.Generator) -> str:
    if word in ABBREVIATIONS and random.random() < _SHORT:
        return ABBREVIATIONS[word]
    return _slipped(word, random) if len(word) > 3 and random.random() < _SLIPS else word


def _slipped(word: str, random: np.random.Generator) -> str:
    """Two letters swapped, one left out or one twice; never the first."""
    at = int(random.integers(1, len(word) - 1))
    match int(random.integers(3)):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case _:
            return word[:at] + word[at] + word[at:]
