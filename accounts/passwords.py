"""Password rules by NIST SP 800-63B-4: length and a blocklist, nothing about kinds of characters."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class LengthValidator(MinimumLengthValidator):
    """At least 15 characters, where the password may be the only factor."""

    def __init__(self) -> None:
        super().__init__(min_length=15)


class ContextWordsValidator:
    """Words that everyone would guess here."""

    def validate(self, password: str, user: object = None) -> None:
        """Written next."""

    def get_help_text(self) -> str:
        """Written next."""
        return ""
