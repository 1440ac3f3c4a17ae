"""How the plant's tables write their columns: text, whole numbers of 64 and 32 bits."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Text


def text_column(name: str, *, primary_key: bool = False, index: bool = False) -> Column[str]:
    """Text that is always there."""
    return Column(name, Text, nullable=False, primary_key=primary_key, index=index)


def maybe_text(name: str) -> Column[str | None]:
    """Text that may be missing."""
    return Column(name, Text, nullable=True)


def big_column(name: str, *, primary_key: bool = False) -> Column[int]:
    """64 bits: positions, and microseconds since 1970 (UTC)."""
    return Column(name, BigInteger, nullable=False, primary_key=primary_key, autoincrement=False)


def maybe_big(name: str) -> Column[int | None]:
    """64 bits that may be missing."""
    return Column(name, BigInteger, nullable=True)


def small_column(name: str, *, primary_key: bool = False) -> Column[int]:
    """32 bits: counts and flags."""
    return Column(name, Integer, nullable=False, primary_key=primary_key, autoincrement=False)
