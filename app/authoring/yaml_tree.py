"""A YAML file as a tree whose every value knows its file, line and key.

Scalars stay the text the author wrote, so that 23.50 keeps its zero.  Duplicate keys, anchors and
more than one document are problems, not surprises.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml
from yaml.events import AliasEvent

if TYPE_CHECKING:
    from pathlib import Path

    from app.authoring.problems import Problems

MAX_BYTES = 1_000_000

_KINDS = {
    "tag:yaml.org,2002:bool": "yes or no",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:null": "empty",
    "tag:yaml.org,2002:timestamp": "date",
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text, and what YAML takes it for ("text", "number", "yes or no" …)."""

    file: str
    line: int
    key: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    file: str
    line: int
    key: str
    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the author's order."""

    file: str
    line: int
    key: str
    entries: dict[str, Tree]


Tree = Scalar | Sequence | Mapping


def read_tree(path: Path, *, name: str, problems: Problems) -> Tree | None:
    """The tree of the file at ``path``, called ``name`` in messages; None when unreadable."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.add(name, 0, "", "the file is missing")
        return None
    except OSError as error:
        problems.add(name, 0, "", f"cannot be read: {error.strerror}")
        return None
    if len(content) > MAX_BYTES:
        problems.add(name, 0, "", f"larger than {MAX_BYTES // 1000} kB; is this the right file?")
        return None
    return _parse(content, name, problems)


def _parse(content: bytes, name: str, problems: Problems) -> Tree | None:
    try:
        loader = _Loader(content.decode("utf-8-sig"))
        node = loader.get_single_node()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.add(name, line, "", "not UTF-8 text; save the file as UTF-8")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.add(name, mark.line + 1 if mark else 0, "", f"not YAML: {error.problem}")
        return None
    except RecursionError:
        problems.add(name, 0, "", "nested too deeply")
        return None
    except yaml.YAMLError as error:
        problems.add(name, 0, "", f"not YAML: {error}")
        return None
    if node is None:
        problems.add(name, 0, "", "the file is empty")
        return None
    return _tree(node, name, "", problems)


class _Loader(yaml.SafeLoader):
    """Composes nodes, without aliases: they hide where a value comes from, and can explode."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(
                None, None, "anchors and aliases are not taken; write it out", event.start_mark
            )
        return super().compose_node(parent, index)


def _tree(
    node: yaml.Node, file: str, key: str, problems: Problems, *, key_line: int | None = None
) -> Tree:
    """``key_line`` is where the key of a mapping or list stands; its content starts below."""
    line = node.start_mark.line + 1 if key_line is None else key_line
    if isinstance(node, yaml.MappingNode):
        return Mapping(file, line, key, _entries(node, file, key, problems))
    if isinstance(node, yaml.SequenceNode):
        items = tuple(
            _tree(child, file, f"{key}[{place}]", problems)
            for place, child in enumerate(node.value)
        )
        return Sequence(file, line, key, items)
    own_line = node.start_mark.line + 1
    return Scalar(file, own_line, key, str(node.value), _KINDS.get(node.tag, "text"))


def _entries(node: yaml.MappingNode, file: str, key: str, problems: Problems) -> dict[str, Tree]:
    entries: dict[str, Tree] = {}
    for name_node, child in node.value:
        line = name_node.start_mark.line + 1
        if not isinstance(name_node, yaml.ScalarNode):
            problems.add(file, line, key, "a key must be a single word")
            continue
        name = str(name_node.value)
        path = f"{key}.{name}" if key else name
        if name in entries:
            problems.add(file, line, path, f"is here twice; first in line {entries[name].line}")
            continue
        entries[name] = _tree(child, file, path, problems, key_line=line)
    return entries
