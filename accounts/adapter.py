"""How sign-in behaves here: what is written down, who is turned away, how mails and sentences read."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.decorators import has_second_step
from accounts.demo import demo_may_open
from accounts.mail import frame
from accounts.models import ErasureRequest, User

# No line carries an address or anything else that a visitor typed: numbers only, so nothing can be forged into it.
logger = logging.getLogger("careerguide.accounts")


class Adapter(DefaultAccountAdapter):
    """The site's own rules of sign-in."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account is closed. Ask the people who run this site."),
        "email_password_mismatch": gettext_lazy(
            "This address and password do not belong together. Check both, or ask for a code by e-mail."
        ),
        "email_taken": gettext_lazy("This address belongs to an account already."),
        "duplicate_email": gettext_lazy("This is your address already. Enter the new one."),
        "enter_current_password": gettext_lazy("This is not your present password. Type it again."),
        "incorrect_code": gettext_lazy("This is not the code. Check the newest mail and type it again."),
        "incorrect_password": gettext_lazy("This is not your password. Type it again."),
        "invalid_password_reset": gettext_lazy("This code is used up. Ask for a new one."),
        "rate_limited": gettext_lazy("That was too many tries. Wait a minute, then try again."),
        "same_as_current": gettext_lazy("This is what you have already. Enter something new."),
        "too_many_login_attempts": gettext_lazy("That was too many tries. Wait five minutes, then try again."),
        "unknown_email": gettext_lazy("No account has this address."),
    }

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Everyone knows the demonstration's password, so its accounts never open where others can reach them."""
        if user.is_demo and not demo_may_open():
            response: HttpResponse = self.respond_user_inactive(request, user)
            return response
        return super().pre_login(request, user, **kwargs)  # type: ignore[no-any-return]

    def login(self, request: HttpRequest, user: User) -> None:
        """Start the session in the person's own clock, and say so if the account is about to go."""
        super().login(request, user)
        request.session["time_zone"] = user.time_zone
        logger.info("Signed in: person %d", user.pk)
        wish = ErasureRequest.objects.owned_by(user).open().first()
        if wish:
            day = formats.date_format(timezone.localtime(wish.due_at), "j F Y")
            messages.warning(
                request, _("Your account will be deleted on %(day)s. You can still keep it.") % {"day": day}
            )

    def logout(self, request: HttpRequest) -> None:
        """End the session on the server."""
        if request.user.is_authenticated:
            logger.info("Signed out: person %d", request.user.pk)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write down that someone was refused, without the address they tried."""
        logger.warning("Sign-in refused, from %s", self.get_client_ip(request))
        super().authentication_failed(request, **credentials)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """First what cannot wait: an account about to go, a second step that is missing; else the personal page."""
        user = request.user
        if isinstance(user, User):
            if ErasureRequest.objects.owned_by(user).open().exists():
                return reverse("my_data")
            if user.needs_second_step and not has_second_step(user):
                messages.warning(request, _("Set up a second step first. Staff pages open only with one."))
                return reverse("mfa_index")
        return super().get_login_redirect_url(request)  # type: ignore[no-any-return]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 -- allauth's signature
        """Back to the personal page: the form has done its work."""
        return reverse("my")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail of sign-in. Links and names come from the settings; a mail server that is down breaks nothing."""
        mail = self.render_mail(template_prefix, email, {**context, **frame(), "email": email})
        try:
            mail.send()
        except (OSError, SMTPException):
            logger.exception("A mail of sign-in could not be sent.")
            self.add_message(
                current.request,
                messages.ERROR,
                message=_("We could not send the mail just now. Wait a few minutes, then ask for it again."),
            )

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ARG002
        # allauth puts the host into the key, port included: whoever varies the port would get new tries each time.
        return str(credentials.get("email", "")).lower()


class SecondStepAdapter(DefaultMFAAdapter):
    """How second steps are named and refused."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("This is not the code. Wait for the next one in the app and type that."),
        "unverified_email": gettext_lazy("Confirm your e-mail address first, then set up the second step."),
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's name
        """A name to start from; people change it to the device's."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey") if number == 1 else _("Passkey %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the device shows as the place that the passkey is for."""
        return {**super().get_public_key_credential_rp_entity(), "name": settings.SITE_NAME}
