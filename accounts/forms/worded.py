"""Our words on the forms of the sign-in library."""

from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _


class Words(NamedTuple):
    """What stands above a field, and what it says when left empty."""

    label: Any
    hint: Any = ""
    missing: Any = ""


EMAIL = Words(_("E-mail"), missing=_("Enter your e-mail address, for example name@example.org"))
PASSWORD = Words(_("Password"), missing=_("Enter your password"))
NEW_PASSWORD = Words(
    _("New password"),
    _("At least 15 characters. A few words with spaces are easy to type and hard to guess."),
    _("Choose a password of at least 15 characters"),
)
AGAIN = Words(_("The same password again"), missing=_("Type the same password again"))
MAILED_CODE = Words(_("Code"), _("From the newest mail, such as ABCD-EFGH."), _("Enter the code from the mail"))


class Worded:
    """Labels and hints from `words`; no placeholders, which vanish when one needs them."""

    words: ClassVar[dict[str, Words]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                label, hint, missing = self.words[name]
                field.label, field.help_text = label, hint
                if missing:
                    field.error_messages["required"] = missing
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = _("Enter a whole e-mail address, for example name@example.org")
            if name == "code":
                field.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false", "class": "in-m code"}
