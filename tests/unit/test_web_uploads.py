"""Forms with a file: what comes out is what went in, and what is no form is nothing."""

from __future__ import annotations

import httpx
from hypothesis import given
from hypothesis import strategies as st

from server.web.uploads import Upload, read_multipart

TYPE = "multipart/form-data; boundary=x7"


def sent(fields: dict[str, str], content: bytes) -> tuple[str, bytes]:
    """As a browser writes it."""
    request = httpx.Request("POST", "http://a", data=fields, files={"file": ("a.csv", content)})
    return request.headers["content-type"], request.read()


@given(st.dictionaries(st.sampled_from(["act", "zone", "column.1"]), st.text()), st.binary())
def test_what_comes_out_is_what_went_in(fields: dict[str, str], content: bytes) -> None:
    found, upload = read_multipart(*sent(fields, content))
    assert found == fields
    assert upload == (Upload("a.csv", content) if content else None)


@given(st.text(max_size=60), st.binary(max_size=300))
def test_what_is_no_form_is_nothing_and_no_error(content_type: str, body: bytes) -> None:
    read_multipart(content_type, body)
    read_multipart(TYPE, body)


def test_a_form_that_was_cut_off_has_only_what_came_whole() -> None:
    whole = b'--x7\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x7\r\nContent-Disp'
    assert read_multipart(TYPE, whole) == ({"a": "1"}, None)
