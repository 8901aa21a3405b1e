"""What people type about themselves and their sign-in."""

from accounts.forms.notices import SwitchesForm
from accounts.forms.second_step import (
    ActivateAppForm,
    AddPasskeyForm,
    RenamePasskeyForm,
    SecondStepAgainForm,
    SecondStepForm,
)
from accounts.forms.sign_in import (
    AddEmailForm,
    ChangeEmailForm,
    ChangePasswordForm,
    ConfirmEmailCodeForm,
    ConfirmLoginCodeForm,
    ConfirmResetCodeForm,
    LoginForm,
    NewPasswordForm,
    ReauthenticateForm,
    RequestLoginCodeForm,
    ResetPasswordForm,
    SetPasswordForm,
    SignupForm,
)

__all__ = [
    "ActivateAppForm",
    "AddEmailForm",
    "AddPasskeyForm",
    "ChangeEmailForm",
    "ChangePasswordForm",
    "ConfirmEmailCodeForm",
    "ConfirmLoginCodeForm",
    "ConfirmResetCodeForm",
    "LoginForm",
    "NewPasswordForm",
    "ReauthenticateForm",
    "RenamePasskeyForm",
    "RequestLoginCodeForm",
    "ResetPasswordForm",
    "SecondStepAgainForm",
    "SecondStepForm",
    "SetPasswordForm",
    "SignupForm",
    "SwitchesForm",
]
