"""What is planted: causes, what is innocent, what comes back, and what advice really does."""

from __future__ import annotations

from dataclasses import dataclass

UNITS = 20_000
DAYS = 360
#: Revision C is built from here on: advice that depended on B is worth nothing any more.
NEW_REVISION_UNIT = 12_000

STATIONS = ("ST-010", "ST-020", "ST-030", "ST-040")
PRODUCTS = ("GX-100", "GX-200", "GX-HD")
#: What the causes are looked for among; station and product are the strata.
FACTORS = (
    "grease_lot", "screw_lot", "housing_lot", "supplier", "tool", "program", "fixture",
    "revision", "shift", "minutes_since_refill", "minutes_since_bit_change", "humidity_pct",
)  # fmt: skip
STRATA = ("product", "station")


@dataclass(frozen=True, slots=True)
class Cause:
    """Units with all ``levels`` (and the number at least so high) fail ``times`` as often.

    Told in units of the line: from when, until when, and after how many it must be found.
    """

    fault: str
    levels: tuple[tuple[str, str], ...]
    times: float
    within: int
    at_least: tuple[str, float] | None = None
    from_unit: int = 0
    until_unit: int = UNITS


CAUSES = (
    Cause("leak", (("grease_lot", "G-0012"),), 8, 500, from_unit=4_400, until_unit=4_800),
    Cause("torque", (("tool", "T-32"),), 6, 4_500, from_unit=6_000, until_unit=10_000),
    Cause("scratch", (("supplier", "Nordfix"),), 3.5, 5_000),
    Cause("rattle", (("shift", "night"),), 3.5, 5_000),
    Cause("clearance", (("revision", "C"),), 5, 1_500, from_unit=NEW_REVISION_UNIT),
    Cause("bond", (), 5, 4_500, at_least=("minutes_since_refill", 60), from_unit=3_000),
    Cause("rehit", (("program", "P12"), ("tool", "T-21")), 14, 5_000, from_unit=5_000),
)
#: These have no cause at all.
NOISE_FAULTS = ("stain", "label", "dent")
FAULTS = (*(cause.fault for cause in CAUSES), *NOISE_FAULTS)
BASE_RATE = 0.01
#: Hard products fail more often, and run on these more often than the others: who does not
#: compare like with like accuses them.
HARD_PRODUCT, HARD_TIMES = "GX-HD", 4.0
INNOCENT = (("program", "P13"), ("fixture", "F-09"))


@dataclass(frozen=True, slots=True)
class Recurring:
    """A key that comes ``per_day`` as often in these days; each ``BACKGROUND_PER_DAY`` else."""

    key: str
    from_day: int
    until_day: int
    per_day: float


BACKGROUND_PER_DAY = 1 / 90
BACKGROUND_KEYS = 40
RECURRING = (
    Recurring("ST-010/fit-seal/seal_twisted", 120, 134, 0.6),
    Recurring("ST-020/scan-housing/code_unreadable", 190, 204, 0.5),
    Recurring("ST-030/press-bearing/force_high", 230, 240, 1.0),
    Recurring("ST-040/leak-test/pressure_drop", 300, 320, 0.5),
)


@dataclass(frozen=True, slots=True)
class Response:
    """What somebody may do about a key, and what it really does.

    ``holds`` is how often it ends the trouble, ``worsens`` how often it makes it worse; after the
    change of revision ``holds_later``.  ``habit`` is how often people reach for it.
    """

    code: str
    kind: str
    holds: float
    worsens: float = 0.0
    holds_later: float | None = None
    habit: float = 1.0


#: What is true of advice, and what a judge expects to hear.
GOOD, HARMFUL, EXPIRED, UNPROVEN, TOO_FEW, CONTRADICTS = (
    "good", "harmful", "expired", "unproven", "too few", "contradicts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trouble:
    """A key with stretches of trouble; ``rate`` is the share of units that have it then.

    What ``escapes`` is found behind its station where a containment is in vain; it is judged by
    that, and by what it held back.
    """

    key: str
    topic: str
    responses: tuple[Response, ...]
    truth: dict[str, str]
    rate: float = 0.16
    at_most: int | None = None
    is_safety: bool = False
    escapes: bool = False


TROUBLES = (
    Trouble(
        "ST-020/tighten-b/torque_low",
        "torque low",
        (
            Response("replace_bit", "correct", 0.9),
            Response("retighten", "correct", 0.08, 0.5),
            Response("reset_tool", "correct", 0.45),
        ),
        {"replace_bit": GOOD, "retighten": HARMFUL, "reset_tool": UNPROVEN},
    ),
    Trouble(
        "ST-030/press-bearing/force_low",
        "bearing press",
        (
            Response("adjust_program", "correct", 0.9, holds_later=0.1),
            Response("change_lot", "correct", 0.8, holds_later=0.9),
        ),
        {"adjust_program": EXPIRED, "change_lot": GOOD},
    ),
    Trouble(
        "ST-010/fit-seal/seal_damaged",
        "seal",
        (
            Response("more_grease", "correct", 0.6),
            Response("less_grease", "correct", 0.6),
        ),
        {"more_grease": CONTRADICTS, "less_grease": CONTRADICTS},
    ),
    Trouble(
        "ST-040/leak-test/leak",
        "leak",
        (
            Response("change_seal", "correct", 0.85),
            Response("test_again", "accept", 0.1, 0.6, habit=0.7),
        ),
        {"change_seal": GOOD, "test_again": HARMFUL},
        is_safety=True,
    ),
    Trouble(
        "ST-020/scan-housing/wrong_part",
        "wrong part",
        (
            Response("sort_bin", "contain", 0.5),
            Response("call_logistics", "escalate", 0.5),
        ),
        {"sort_bin": UNPROVEN, "call_logistics": UNPROVEN},
        escapes=True,
    ),
    Trouble(
        "ST-030/dose/bead_broken",
        "glue bead",
        (Response("purge_nozzle", "correct", 1.0),),
        {"purge_nozzle": TOO_FEW},
        at_most=3,
    ),
    Trouble(
        "ST-040/label/label_crooked",
        "label",
        (Response("clean_roller", "correct", 0.5),),
        {"clean_roller": TOO_FEW},
        rate=0.03,
    ),
)
REST_RATE = 0.001
WORSE_TIMES = 2.5
#: A watch looks at so many units; a stretch of trouble ends of itself after a few more.
WATCHED_UNITS = 50
#: Fewer than this many expected in the watch is too rare to tell.
LEAST_EXPECTED = 3
#: Nor does a containment that met fewer than this many tell anything.
LEAST_HELD_BACK = 3
#: Pairs that undo each other.
OPPOSITES = (frozenset({"more_grease", "less_grease"}),)
