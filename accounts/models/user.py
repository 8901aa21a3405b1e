"""A person with an account."""

from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

# Addresses under .test reach nobody (RFC 2606), so no real person has one.
DEMO_DOMAIN = "demo.test"


class UserQuerySet(models.QuerySet["User"]):
    """People by name."""

    def demo(self) -> Self:
        """The accounts of the demonstration."""
        return self.filter(email__endswith=f"@{DEMO_DOMAIN}")

    def real(self) -> Self:
        """Everyone but the accounts of the demonstration."""
        return self.exclude(email__endswith=f"@{DEMO_DOMAIN}")


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Makes people, and finds them by e-mail whatever its case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who signs in with the address."""
        user: User = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An administrator of everything that the admin shows, who can sign in at once."""
        fields = {"is_staff": True, "is_superuser": True, **fields}
        with transaction.atomic(using=self._db):
            user = self.create_user(email, password, **fields)
            # Whoever runs commands on the server need not prove an address, and sign-in asks for a confirmed one.
            EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with that address."""
        user: User = self.get(email__iexact=username)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Anyone who signs in: job seekers, editors, counselors, administrators."""

    email = models.EmailField(
        _("e-mail address"),
        max_length=254,
        unique=True,
        error_messages={"unique": _("Someone has an account with this address already.")},
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    state = models.CharField(
        _("state"), max_length=2, blank=True, help_text=_("The postal code of where they look for work.")
    )
    time_zone = models.CharField(_("time zone"), max_length=60, blank=True)
    is_staff = models.BooleanField(
        _("may open the desk"), default=False, help_text=_("Follows from the groups: editors and administrators may.")
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Take the tick away to end sign-in without deleting anything.")
    )
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        ordering = ["email"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("Someone has an account with this address already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        """Addresses are kept in small letters, so one mailbox is one account."""
        super().clean()
        self.email = self.email.strip().lower()

    @cached_property
    def team_roles(self) -> frozenset[str]:
        """The roles of the person's open memberships; asked once a request."""
        return frozenset(self.team_memberships.open().values_list("role", flat=True))

    @property
    def is_counselor(self) -> bool:
        """Whether an open membership makes the person a counselor."""
        return "counselor" in self.team_roles

    @property
    def is_supervisor(self) -> bool:
        """Whether an open membership makes the person a supervisor."""
        return "supervisor" in self.team_roles

    @property
    def needs_second_step(self) -> bool:
        """Whether the person sees or changes what is not theirs, and so signs in with a second step in production."""
        return self.is_staff or self.is_superuser or bool(self.team_roles)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that the person lives in; the site's where they chose none that we know."""
        try:
            return ZoneInfo(self.time_zone or settings.TIME_ZONE)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo(settings.TIME_ZONE)

    @property
    def is_demo(self) -> bool:
        """Whether this is an account of the demonstration, whose password everyone knows."""
        return self.email.endswith(f"@{DEMO_DOMAIN}")
