"""Where a decision speaks, and whether what it was made for is still there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from memory.records import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

Context: TypeAlias = Mapping[str, str]

#: With one of these replaced, what was learned before says nothing about now.
CHANGES = ("revision", "tool", "program", "supplier")
#: Each of these has its own tool and program: what another one has replaces nothing.
OWN_WAYS = ("product", "variant", "step")
#: What a response replaces itself: that it was done ends neither its trial nor what it says.
REPLACED_BY = {
    "change_instruction": "revision",
    "replace_tool": "tool",
    "use_alternative": "supplier",
}


def scope_for(response: str | None, context: Context, kinds: Iterable[str]) -> Scope:
    """Where a decision for ``response`` speaks: what the context has of ``kinds``.

    But for what it replaces: "change the tool" speaks of the next tool, too.
    """
    replaced = REPLACED_BY.get(response or "")
    return Scope(context={k: context[k] for k in kinds if k in context and k != replaced})


def covers(scope: Scope, context: Context, at_us: int) -> bool:
    """Whether a thing at ``at_us`` lies in the scope: it has all that the scope names."""
    return is_valid(scope, at_us) and all(
        context.get(kind) == value for kind, value in scope.context.items()
    )


def is_valid(scope: Scope, at_us: int) -> bool:
    """From its first time on, and before its last."""
    is_early = scope.valid_from_us is not None and at_us < scope.valid_from_us
    is_late = scope.valid_until_us is not None and at_us >= scope.valid_until_us
    return not (is_early or is_late)


def what_changed(scope: Scope, context: Context) -> str | None:
    """The first of :data:`CHANGES` that is something else now; ``None`` while it is the same.

    Between two of :data:`OWN_WAYS` nothing was replaced: each goes on as it was.
    """
    if is_of_another(scope, context):
        return None
    for kind in CHANGES:
        if kind in scope.context and context.get(kind, scope.context[kind]) != scope.context[kind]:
            return kind
    return None


def is_of_another(scope: Scope, context: Context) -> bool:
    """Whether the scope names another product, variant or step than the context."""
    return any(
        kind in scope.context and context.get(kind, scope.context[kind]) != scope.context[kind]
        for kind in OWN_WAYS
    )


def match(scope: Scope, context: Context) -> float:
    """How much of the scope the context has, 0 to 1: what is not known counts half."""
    if not scope.context:
        return 1.0
    shares = [
        0.5 if kind not in context else float(context[kind] == value)
        for kind, value in scope.context.items()
    ]
    return sum(shares) / len(shares)


def overlap(one: Scope, other: Scope) -> bool:
    """Whether something can lie in both."""
    shared = one.context.keys() & other.context.keys()
    if any(one.context[kind] != other.context[kind] for kind in shared):
        return False
    return _begins_before_end(one, other) and _begins_before_end(other, one)


def _begins_before_end(one: Scope, other: Scope) -> bool:
    if one.valid_from_us is None or other.valid_until_us is None:
        return True
    return one.valid_from_us < other.valid_until_us
