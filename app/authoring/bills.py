"""The bill of each variant: what a unit needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.authoring.fields import Fields
from app.authoring.yaml_tree import Mapping, Tree
from app.domain.instructions import BomLine

if TYPE_CHECKING:
    from app.authoring.problems import Problems

TRACKED = ("lot", "serial", "none")
UNIT = "unit"


def read_bills(tree: Tree, problems: Problems) -> dict[str, tuple[BomLine, ...]]:
    """The lines by variant, sorted by variant."""
    if not isinstance(tree, Mapping):
        message = "expected the variants, each with its list of components"
        problems.add(tree.file, tree.line, tree.key, message)
        return {}
    fields = Fields(tree, problems)
    bills = {name: _lines(fields, name) for name in tree.entries}
    if not bills:
        problems.add(tree.file, tree.line, tree.key, "expected at least one variant")
    return dict(sorted(bills.items()))


def _lines(variants: Fields, name: str) -> tuple[BomLine, ...]:
    lines: list[BomLine] = []
    for fields in variants.mappings(name):
        line = _line(fields)
        fields.finish()
        if line.component in {other.component for other in lines}:
            fields.report("component", f'"{line.component}" is in variant {name} twice')
        if line.component == UNIT:
            fields.report("component", f'"{UNIT}" is the unit itself; choose another word')
        lines.append(line)
    return tuple(lines)


def _line(fields: Fields) -> BomLine:
    alternates = _alternates(fields)
    return BomLine(
        component=fields.word("component") or "",
        part=fields.word("part") or "",
        name=fields.text("name", required=True),
        gtin=_gtin(fields),
        quantity=fields.whole("quantity", default=1, at_least=1, at_most=100_000),
        tracked=fields.choice("tracked", TRACKED, default="lot"),
        location=fields.word("location", required=False),
        alternates=tuple(alternates),
        alternate_gtins={part: gtin for part, gtin in alternates.items() if gtin is not None},
        is_safety_critical=fields.flag("is_safety_critical", default=False),
    )


def _alternates(line: Fields) -> dict[str, str | None]:
    """GTIN by part.  Each is the part alone, or ``{part: …, gtin: …}``."""
    found: dict[str, str | None] = {}
    for entry in line.items("alternates"):
        if not isinstance(entry, Mapping):
            part, gtin = line.word_of(entry), None
        else:
            fields = Fields(entry, line.problems)
            part, gtin = fields.word("part"), _gtin(fields)
            fields.finish()
        if part is not None and (part in found or part == line.word("part", required=False)):
            line.report("alternates", f'"{part}" is here twice')
        if part is not None:
            found[part] = gtin
    return found


def _gtin(fields: Fields) -> str | None:
    """As 14 digits, which is how a scanned one comes."""
    text = fields.word("gtin", required=False)
    if text is None:
        return None
    from biip import ParseError
    from biip.gtin import Gtin

    try:
        return Gtin.parse(text).as_gtin_14()
    except ParseError as error:
        fields.report("gtin", f"not a GTIN: {error}")
        return None
