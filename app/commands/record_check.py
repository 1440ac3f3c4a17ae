"""What came of checking a signed record, for a person or a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

if TYPE_CHECKING:
    from app.domain.signed_record import Checked


def is_signed(public_key: str, message: bytes, signature: str) -> bool:
    """Whether ``signature`` (hex) is that key's (hex) over ``message``."""
    try:
        VerifyKey(bytes.fromhex(public_key)).verify(message, bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def said(checked: Checked, *, as_json: bool, has_key: bool = False) -> str:
    """What came of it, for a person or a program."""
    return _as_json(checked) if as_json else "\n".join(_lines(checked, has_key=has_key))


def _as_json(checked: Checked) -> str:
    found = {
        "ok": checked.is_ok,
        "serial": checked.serial,
        "evidence": checked.evidence,
        "plant_key": checked.plant_key,
        "checks": [{"ok": check.is_ok, "words": check.words} for check in checked.checks],
    }
    return msgspec.json.encode(found).decode()


def _lines(checked: Checked, *, has_key: bool) -> list[str]:
    lines = [f"{'ok ' if check.is_ok else 'NOT'}  {check.words}" for check in checked.checks]
    if checked.plant_key is not None and not has_key:
        lines.append(f"     The plant's key in the file is {checked.plant_key}.")
        lines.append("     Compare it with the one the plant published, or give it with --key.")
    verdict = (
        "This record is what the plant signed." if checked.is_ok else "Do not trust this file."
    )
    return [*lines, verdict]
