"""An instruction as its author keeps it: a folder that is checked, then published as it is.

``instruction.yaml`` holds the steps, ``bill.yaml`` (or the key ``bills``) the components of each
variant, ``pictures/`` the drawings.  What is published is JSON of
:class:`app.domain.instructions.Instruction`; equal content gives equal bytes and one revision.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.authoring.bills import TRACKED, UNIT, read_bills
from app.authoring.fields import Fields, did_you_mean
from app.authoring.forms import check_form, read_approval, read_form
from app.authoring.pictures import FOLDER, PictureShelf
from app.authoring.problems import Problem, Problems
from app.authoring.sampling import check_samples
from app.authoring.steps import read_step
from app.authoring.yaml_tree import Mapping, Tree, read_tree
from app.domain.errors import InvalidInput
from app.domain.instructions import BomLine, Instruction, ScanStep, Step

if TYPE_CHECKING:
    from pathlib import Path

INSTRUCTION = "instruction.yaml"
BILL = "bill.yaml"


@dataclass(frozen=True, slots=True)
class Published:
    """An instruction ready to go out: its exact bytes, their hash, and the pictures by hash."""

    instruction: Instruction
    content: bytes
    revision: str
    blobs: dict[str, bytes]
    warnings: tuple[Problem, ...] = ()


def check(folder: Path) -> list[Problem]:
    """Everything wrong with the instruction in ``folder``; warnings are among it."""
    problems = Problems()
    _read(folder, problems)
    return problems.found


def load(folder: Path) -> Published:
    """The instruction in ``folder``.

    Raises:
        InvalidInput: it has problems; the message lists them, one a line.
    """
    problems = Problems()
    read = _read(folder, problems)
    if read is None or problems.has_errors:
        raise InvalidInput("\n".join(str(p) for p in problems.found if not p.is_warning))
    instruction, blobs = read
    content = msgspec.json.encode(instruction)
    revision = hashlib.sha256(content).hexdigest()
    return Published(instruction, content, revision, blobs, tuple(problems.found))


def _read(folder: Path, problems: Problems) -> tuple[Instruction, dict[str, bytes]] | None:
    name = folder.resolve().name
    if not folder.is_dir():
        problems.add(name, 0, "", "expected a folder with an instruction.yaml in it")
        return None
    tree = read_tree(folder / INSTRUCTION, name=f"{name}/{INSTRUCTION}", problems=problems)
    if tree is None:
        return None
    if not isinstance(tree, Mapping):
        problems.add(tree.file, tree.line, "", "expected keys and values")
        return None
    pictures = PictureShelf(folder / FOLDER, f"{name}/{FOLDER}", problems)
    fields = Fields(tree, problems)
    instruction = _instruction(fields, _bills(fields, folder, name), pictures)
    fields.finish()
    for unused in [] if problems.has_errors else pictures.unused():
        problems.add(f"{name}/{FOLDER}/{unused}", 0, "", "no step shows it", is_warning=True)
    return instruction, pictures.blobs


def _instruction(
    fields: Fields, bills: dict[str, tuple[BomLine, ...]], pictures: PictureShelf
) -> Instruction:
    steps = _steps(fields, bills, pictures)
    form = read_form(fields)
    is_of_units = form is None
    return Instruction(
        id=fields.word("id") or "",
        title=fields.text("title", required=True),
        product=fields.word("product", required=is_of_units) or "",
        operation=fields.word("operation", required=is_of_units) or "",
        steps=steps,
        bills=bills,
        blobs=tuple(sorted(pictures.blobs)),
        form=form,
    )


def _bills(fields: Fields, folder: Path, name: str) -> dict[str, tuple[BomLine, ...]]:
    inside: Tree | None = fields.get("bills")
    if inside is not None and (folder / BILL).exists():
        fields.report("bills", f"the bills are also in {BILL}; keep one of the two")
    if inside is not None:
        return read_bills(inside, fields.problems)
    if fields.has("form"):
        return {}
    tree = read_tree(folder / BILL, name=f"{name}/{BILL}", problems=fields.problems)
    return {} if tree is None else read_bills(tree, fields.problems)


def _steps(
    fields: Fields, bills: dict[str, tuple[BomLine, ...]], pictures: PictureShelf
) -> tuple[Step, ...]:
    entries = fields.mappings("steps", required=True)
    if not entries and fields.has("steps"):
        fields.report("steps", "expected at least one step")
    steps: list[Step] = []
    for entry in entries:
        step = read_step(entry, pictures=pictures, variants=bills)
        if step.id and step.id in {other.id for other in steps}:
            entry.report("id", f'step "{step.id}" is here twice')
        if isinstance(step, ScanStep) and step.expects is None:
            _check_component(entry, "component", step.component, step, bills)
        for component in step.uses:
            _check_component(entry, "uses", component, step, bills)
        steps.append(step)
    if fields.has("form"):
        check_form(fields, steps)
        approval = read_approval(fields)
        return (*steps, *([] if approval is None else [approval]))
    _check_no_code_is_expected(fields, steps)
    _check_everything_is_scanned(fields, steps, bills)
    _check_nothing_is_used_twice(fields, steps)
    check_samples(fields, steps)
    return tuple(steps)


def _check_component(
    entry: Fields, key: str, component: str, step: Step, bills: dict[str, tuple[BomLine, ...]]
) -> None:
    if not component or component == UNIT:
        return
    for variant in step.variants or tuple(bills):
        there = [line.component for line in bills.get(variant, ())]
        if component not in there:
            guess = did_you_mean(component, [*there, UNIT])
            message = f'"{component}" is not in the bill of variant {variant}{guess}'
            entry.report(key, message)


def _check_no_code_is_expected(fields: Fields, steps: list[Step]) -> None:
    for step in steps:
        if isinstance(step, ScanStep) and step.expects is not None:
            message = f'step "{step.id}" expects a code, which only a check can: it needs "form"'
            fields.report("steps", message)


def _check_everything_is_scanned(
    fields: Fields, steps: list[Step], bills: dict[str, tuple[BomLine, ...]]
) -> None:
    """A tracked part nobody scans would leave every unit without its evidence."""
    for variant, lines in bills.items():
        scanned = {
            step.component
            for step in steps
            if isinstance(step, ScanStep) and (not step.variants or variant in step.variants)
        }
        for line in lines:
            if line.tracked in TRACKED[:2] and line.component not in scanned:
                message = (
                    f'no step of variant {variant} scans "{line.component}", which is tracked'
                    f' by {line.tracked}; add a scan step or say "tracked: none"'
                )
                fields.report("steps", message)


def _check_nothing_is_used_twice(fields: Fields, steps: list[Step]) -> None:
    """What a step scans went in there: another step that uses it would ask for it again."""
    scanned = {step.component for step in steps if isinstance(step, ScanStep)}
    for step in steps:
        for component in scanned.intersection(step.uses):
            message = f'step "{step.id}" uses "{component}", which is scanned; name it once'
            fields.report("steps", message)
