"""Why a file cannot be reviewed."""


class UnreadableError(Exception):
    """A file that cannot be reviewed: a code for programs, and a sentence that says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
