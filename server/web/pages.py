"""The pages: server-rendered, for people at a desk or under a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def page_routes() -> list[BaseRoute]:
    """Every page's route."""
    return []
