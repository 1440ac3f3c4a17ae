"""A camera has nothing to listen to."""

from __future__ import annotations

from typing import NoReturn

from app.domain.errors import InvalidInput


async def listen(url: str, *_: object) -> NoReturn:
    """Say so.

    Raises:
        InvalidInput: always.
    """
    message = f"{url}: a camera sends no readings; use 'asbuilt device check' instead."
    raise InvalidInput(message)
