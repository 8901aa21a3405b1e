"""Word vectors that come inside a package: they need no network, and are missing on some machines."""

import os
from functools import cache
from pathlib import Path
from typing import Any


@cache
def model() -> Any:
    """The vectors; None where the package is not installed."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        import wordllama  # noqa: PLC0415 -- optional, and slow to load

        # A plain `load()` looks for files that the package does not hold, and then for a network.
        return wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    except (ImportError, OSError, ValueError):
        return None
