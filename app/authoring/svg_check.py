"""Whether an SVG may be shown.

It is refused if it could run or load anything, and warned about where it would not look the same
on the station, whose renderer knows neither style sheets nor filters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from app.authoring.problems import Problems

_SVG_NAMESPACE = "http://www.w3.org/2000/svg"
_ACTIVE = {"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler"}
_MOVING = {"animate", "animateMotion", "animateTransform", "set"}
_UNSURE = {"style", "filter", "mask", "image", "text", "pattern", "switch"}


class SvgCheck:
    """One pass over an SVG's elements and attributes, with line numbers."""

    def __init__(self, where: str, problems: Problems) -> None:
        self._where = where
        self._problems = problems
        self._is_root = True
        self._is_sound = True
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._element
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction

    def check(self, content: bytes) -> bool:
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            self._refuse(f"not an SVG: {expat.ErrorString(error.code)}", line=error.lineno)
        return self._is_sound

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if self._is_root:
            self._root(namespace, tag, attributes)
        if tag in _ACTIVE:
            self._refuse(f"<{tag}> is not allowed in a picture")
        if tag in _MOVING:
            self._refuse(f"<{tag}>: a picture does not move")
        if tag in _UNSURE:
            self._warn(f"<{tag}> does not look the same everywhere; draw with plain shapes")
        for attribute, value in attributes.items():
            self._attribute(attribute.rpartition(" ")[2], value)

    def _root(self, namespace: str, tag: str, attributes: dict[str, str]) -> None:
        self._is_root = False
        if (namespace, tag) != (_SVG_NAMESPACE, "svg"):
            self._refuse(f'the first element is <{tag}>; expected <svg xmlns="{_SVG_NAMESPACE}">')
        elif "viewBox" not in attributes:
            self._refuse("<svg> has no viewBox, so positions on it mean nothing")

    def _attribute(self, name: str, value: str) -> None:
        compact = "".join(value.split()).lower()
        if name.lower().startswith("on"):
            self._refuse(f"{name}: a picture runs nothing")
        elif name == "href" and not compact.startswith("#"):
            self._refuse(f'href="{value[:60]}": a picture loads nothing from elsewhere')
        elif compact.count("url(") != compact.count("url(#") or "@import" in compact:
            self._refuse(f"{name}: url() may only point into the picture itself")
        elif name == "class":
            self._warn("class: style sheets are not applied; give fill and stroke as attributes")

    def _doctype(self, *_: object) -> None:
        self._refuse("a document type or entity is not allowed; remove the <!DOCTYPE> line")

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"<?{target}?> is not allowed in a picture")

    def _refuse(self, message: str, *, line: int = 0) -> None:
        self._is_sound = False
        self._problems.add(self._where, line or self._parser.CurrentLineNumber, "", message)

    def _warn(self, message: str) -> None:
        line = self._parser.CurrentLineNumber
        self._problems.add(self._where, line, "", message, is_warning=True)
