"""The forms of the second step: an app's codes, passkeys, recovery codes."""

from typing import Any, ClassVar

from allauth.mfa.base import forms as allauth
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _

from accounts.forms.worded import Worded, Words

_NAME_LENGTH = 100
_NAME = Words(
    _("Name of the passkey"),
    _("So that you know it again: “Work phone”, “Blue key”."),
    _("Give the passkey a name, such as “Work phone”"),
)
_CODE = Words(
    _("Code"), _("Six digits from your app, or one of your recovery codes."), _("Enter the code from your app")
)


class SecondStepForm(Worded, allauth.AuthenticateForm):
    """The code that completes a sign-in."""

    words: ClassVar[dict[str, Words]] = {"code": _CODE}


class SecondStepAgainForm(Worded, allauth.ReauthenticateForm):
    """A code once more, before something that matters."""

    words: ClassVar[dict[str, Words]] = {"code": _CODE}


class ActivateAppForm(Worded, ActivateTOTPForm):
    """The first code of a newly set up app."""

    words: ClassVar[dict[str, Words]] = {
        "code": Words(_("Code that the app shows now"), missing=_("Enter the six digits that the app shows"))
    }


class AddPasskeyForm(Worded, AddWebAuthnForm):
    """A new passkey, and whether it replaces the password."""

    words: ClassVar[dict[str, Words]] = {
        "name": _NAME,
        "passwordless": Words(
            _("I want to sign in with it alone, without a password"),
            _("The device then asks for your finger, face or PIN. Leave it empty for a plain security key."),
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True
        self.fields["name"].widget.attrs["maxlength"] = _NAME_LENGTH

    def clean_name(self) -> str:
        """Cut rather than refused: the device has made the passkey already."""
        name: str = super().clean_name()
        return name[:_NAME_LENGTH]


class RenamePasskeyForm(Worded, EditWebAuthnForm):
    """Another name for a passkey."""

    words: ClassVar[dict[str, Words]] = {"name": _NAME}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["maxlength"] = _NAME_LENGTH

    def clean_name(self) -> str:
        """Names that fit into a list."""
        name: str = self.cleaned_data["name"]
        return name[:_NAME_LENGTH]
