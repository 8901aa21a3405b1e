"""The forms of the door: sign in, sign up, codes, passwords, addresses."""

from typing import Any, ClassVar

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

from accounts.forms.worded import AGAIN, EMAIL, MAILED_CODE, NEW_PASSWORD, PASSWORD, Worded, Words


class LoginForm(Worded, allauth.LoginForm):
    """Sign in by address and password."""

    words: ClassVar[dict[str, Words]] = {
        "login": EMAIL,
        "password": PASSWORD,
        "remember": Words(_("Keep me signed in here for two weeks"), _("Leave it empty on a shared computer.")),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignupForm(Worded, allauth.SignupForm):
    """Make an account."""

    words: ClassVar[dict[str, Words]] = {
        "email": EMAIL._replace(hint=_("We send a code to it, so that we know it is yours.")),
        "password1": NEW_PASSWORD._replace(label=_("Password")),
        "password2": AGAIN,
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "username"


class _TwiceTyped(Worded):
    """A new password typed twice."""

    words: ClassVar[dict[str, Words]] = {"password1": NEW_PASSWORD, "password2": AGAIN}


class ChangePasswordForm(_TwiceTyped, allauth.ChangePasswordForm):
    """Change the password, knowing the present one."""

    words: ClassVar[dict[str, Words]] = {
        **_TwiceTyped.words,
        "oldpassword": Words(_("Present password"), missing=_("Enter your present password")),
    }


class SetPasswordForm(_TwiceTyped, allauth.SetPasswordForm):
    """Set a first password, for someone who signs in by code."""


class NewPasswordForm(_TwiceTyped, allauth.ResetPasswordKeyForm):
    """Choose a new password after a code."""


class ResetPasswordForm(Worded, allauth.ResetPasswordForm):
    """Ask for a code to choose a new password."""

    words: ClassVar[dict[str, Words]] = {"email": EMAIL}


class RequestLoginCodeForm(Worded, allauth.RequestLoginCodeForm):
    """Ask for a code to sign in."""

    words: ClassVar[dict[str, Words]] = {"email": EMAIL}


class AddEmailForm(Worded, allauth.AddEmailForm):
    """Sign in by another address from now on."""

    words: ClassVar[dict[str, Words]] = {
        "email": EMAIL._replace(
            label=_("New e-mail"), hint=_("We send a code to it. Until you type the code, the old address stays.")
        )
    }


class ChangeEmailForm(Worded, allauth.ChangeEmailForm):
    """Correct the address while its code is awaited."""

    words: ClassVar[dict[str, Words]] = {"email": EMAIL._replace(label=_("The right e-mail"))}


class ConfirmEmailCodeForm(Worded, allauth.ConfirmEmailVerificationCodeForm):
    """The code that confirms an address."""

    words: ClassVar[dict[str, Words]] = {"code": MAILED_CODE}


class ConfirmLoginCodeForm(Worded, allauth.ConfirmLoginCodeForm):
    """The code that signs in."""

    words: ClassVar[dict[str, Words]] = {"code": MAILED_CODE}


class ConfirmResetCodeForm(Worded, allauth.ConfirmPasswordResetCodeForm):
    """The code that allows a new password."""

    words: ClassVar[dict[str, Words]] = {"code": MAILED_CODE}


class ReauthenticateForm(Worded, allauth.ReauthenticateForm):
    """The password once more, before something that matters."""

    words: ClassVar[dict[str, Words]] = {"password": PASSWORD}
