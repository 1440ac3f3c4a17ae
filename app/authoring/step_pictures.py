"""Which pictures a step shows: a file of the folder, or a page of a PDF in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.authoring.fields import Fields, did_you_mean
from app.authoring.pictures import is_pdf
from app.authoring.yaml_tree import Mapping
from app.domain.instructions import Picture

if TYPE_CHECKING:
    from app.authoring.pictures import PictureShelf

MAX_MORE = 5
MAX_CAPTION = 22
_MAX_PAGE = 9_999

Found = tuple[str | None, str | None]


def read_picture(fields: Fields, name: str, pictures: PictureShelf) -> Found:
    """The picture and its larger form: ``name.svg``, or ``{file: drawing.pdf, page: 2}``."""
    if isinstance(fields.get(name), Mapping):
        entry = fields.mapping(name)
        if entry is None:
            return None, None
        found = _file_and_page(entry, pictures)
        entry.finish()
        return found
    file = fields.word(name, required=False)
    return (None, None) if file is None else _found(fields, name, file, pictures)


def read_more(fields: Fields, pictures: PictureShelf) -> tuple[Picture, ...]:
    """Further pictures, each with what it shows."""
    found: list[Picture] = []
    for entry in fields.mappings("more"):
        blob, large = _file_and_page(entry, pictures)
        caption = entry.text("caption", required=True)
        for language, words in caption.items():
            if len(words) > MAX_CAPTION:
                message = (
                    f'{len(words)} characters in "{language}"; a button has room for {MAX_CAPTION}'
                )
                entry.report("caption", message, is_warning=True)
        entry.finish()
        if blob is not None:
            found.append(Picture(blob=blob, caption=caption, large=large))
    if len(found) > MAX_MORE:
        message = f"{len(found)} further pictures; at most {MAX_MORE} can be chosen from"
        fields.report("more", message)
    return tuple(found)


def _file_and_page(entry: Fields, pictures: PictureShelf) -> Found:
    file = entry.word("file")
    return (None, None) if file is None else _found(entry, "file", file, pictures)


def _found(fields: Fields, name: str, file: str, pictures: PictureShelf) -> Found:
    there = pictures.names()
    if file not in there:
        guess = did_you_mean(file, there)
        fields.report(name, f'no "{file}" in the folder {pictures.folder.name}{guess}')
        return None, None
    if is_pdf(file):
        return _page(fields, name, file, pictures)
    if name == "file" and fields.has("page"):
        fields.get("page")
        fields.report("page", f"only a PDF has pages, and {file} is none")
    return pictures.hash_of(file), None


def _page(fields: Fields, name: str, pdf: str, pictures: PictureShelf) -> Found:
    count = pictures.pages_of(pdf)
    page = 1
    if name == "file":
        page = fields.whole("page", default=1, at_least=1, at_most=_MAX_PAGE)
    if not count:
        return None, None
    if page > count:
        fields.report("page", f"{pdf} has no page {page}; its last one is {count}")
        return None, None
    return pictures.page_of(pdf, page) or (None, None)
