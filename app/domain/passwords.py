"""What a password for the web board has to be: long, and nothing else."""

from __future__ import annotations

SHORTEST, LONGEST = 10, 200

RULE = f"A password has {SHORTEST} to {LONGEST} characters; several words are easy to remember."


def is_sound(password: str) -> bool:
    """Whether ``password`` may be one."""
    return SHORTEST <= len(password) <= LONGEST
