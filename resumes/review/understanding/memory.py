"""Answers about a text that is asked about again and again, kept while one document is understood and no longer."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Answer = TypeVar("Answer")

_forgetters: list[Callable[[], None]] = []


def remembered(ask: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Remember a function's answers until `forget` is called: people's words do not stay in memory."""
    cached = lru_cache(maxsize=4096)(ask)
    _forgetters.append(cached.cache_clear)
    return cached


def forget() -> None:
    """Forget every answer."""
    for clear in _forgetters:
        clear()
