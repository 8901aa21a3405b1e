"""Read what differs between machines from the environment, and refuse what cannot be understood."""

import os
import secrets
import shlex
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


def env_text(name: str, *, default: str = "") -> str:
    """The variable as text, without white space around it."""
    return os.environ.get(name, default).strip()


def env_flag(name: str, *, default: bool = False) -> bool:
    """A yes or no; anything else stops the start."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    word = raw.strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be yes or no, not {raw!r}.")


def env_number(name: str, *, default: int) -> int:
    """A whole number of zero or more; anything else stops the start."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    if not raw.strip().isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}.")
    return int(raw)


def env_choice(name: str, choices: tuple[str, ...]) -> str:
    """One of the choices, the first where the variable is not set."""
    word = env_text(name, default=choices[0])
    if word not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {word!r}.")
    return word


def env_database(name: str, *, default: str) -> str:
    """The address of a database that we know how to use; it may hold a password, so it is never repeated."""
    address = env_text(name, default=default) or default
    if not address.startswith(("sqlite:///", "postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{name} must begin with sqlite:/// or postgresql://.")
    return address


def env_list(name: str, *, default: str = "") -> list[str]:
    """Words between commas."""
    return [word for part in env_text(name, default=default).split(",") if (word := part.strip())]


def env_command(name: str) -> list[str]:
    """A program of this machine with its first arguments, as one writes it in a shell; none where it is not set."""
    try:
        words = shlex.split(env_text(name))
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a command as in a shell: {error}.") from error
    if words and shutil.which(words[0]) is None:
        raise ImproperlyConfigured(f"{name} names a program that is not here, or may not be run: {words[0]!r}.")
    return words


def kept_secret(path: Path) -> str:
    """A secret made once and kept in a file that only its owner can read."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:  # only its owner can read it
            file.write(secrets.token_urlsafe(64))
            file.flush()
            # Whole from its first moment, and of processes that begin together the first one's stays.
            with suppress(FileExistsError):
                path.hardlink_to(file.name)
    return path.read_text()
