"""Errors as the outside sees them: RFC 9457 problem details with a stable code."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEM_TYPE = "application/problem+json"


class Problem(Exception):
    """A request that cannot be served, in words its sender can act on."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        extra: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})

    def response(self) -> Response:
        body = {
            "type": f"urn:asbuilt:problem:{self.code}",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "code": self.code,
            "detail": self.detail,
            **self.extra,
        }
        return Response(
            msgspec.json.encode(body),
            status_code=self.status,
            media_type=PROBLEM_TYPE,
            headers=self.headers,
        )


def invalid(detail: str, **extra: object) -> Problem:
    """The request's content is wrong; its author acts."""
    return Problem(422, "invalid", detail, extra=extra)


def not_found(detail: str) -> Problem:
    """Nothing of that name is here."""
    return Problem(404, "not_found", detail)
