"""People at the desk: who they are and what they may do, never what they wrote."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.actions import end_sessions, follow_groups, give_address, record, remove_second_step
from accounts.models import User


class AddPersonForm(forms.ModelForm[User]):
    """A new person needs only an address: they sign in by a mailed code, and can set a password then."""

    class Meta:
        model = User
        fields = ["email", "name", "groups"]

    def save(self, commit: bool = True) -> User:
        """Without a password that anyone knows."""
        self.instance.set_unusable_password()
        user: User = super().save(commit=commit)
        return user


@admin.register(User)
class PersonAdmin(admin.ModelAdmin[User]):
    """Anyone with an account."""

    list_display = ["email", "name", "group_names", "second_step", "is_active", "last_login", "joined_at"]
    list_filter = ["is_active", "groups", "state"]
    search_fields = ["email", "name"]
    search_help_text = gettext_lazy("By address or name")
    ordering = ["email"]
    list_per_page = 50
    readonly_fields = ["email", "is_staff", "last_login", "joined_at"]
    fieldsets = [
        (None, {"fields": ["email", "name", "state", "time_zone"]}),
        (gettext_lazy("What they may do"), {"fields": ["is_active", "groups", "is_staff"]}),
        (gettext_lazy("When"), {"fields": ["joined_at", "last_login"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": ["email", "name", "groups"],
                "description": gettext_lazy(
                    "They sign in with “Send me a code by e-mail”, and can set a password afterwards. "
                    "Counselors and supervisors are made in a team."
                ),
            },
        )
    ]
    actions = ["sign_out_everywhere", "take_second_step_away"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With groups and second step, in two queries however long the list."""
        secured = Authenticator.objects.filter(user=OuterRef("pk"))
        return super().get_queryset(request).prefetch_related("groups").annotate(secured=Exists(secured))

    @admin.display(description=gettext_lazy("groups"))
    def group_names(self, user: User) -> str:
        """The groups in one cell."""
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description=gettext_lazy("second step"), boolean=True)
    def second_step(self, user: User) -> bool:
        """Whether one is set up."""
        return bool(getattr(user, "secured", False))

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser's account is only for superusers: else an administrator could take it over."""
        if obj is not None and obj.is_superuser and not _is_superuser(request):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody is deleted here: people erase their own account, which keeps what must stay and tells them."""
        return False

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Short for a new person."""
        return self.add_fieldsets if obj is None else super().get_fieldsets(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """An address is typed once; afterwards only its owner changes it, with a code."""
        return [] if obj is None else super().get_readonly_fields(request, obj)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Boxes to tick: the groups are few."""
        kwargs["widget"] = forms.CheckboxSelectMultiple
        kwargs["help_text"] = _("Editors write guides. Administrators do so too, and run people and teams.")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        """The short form for a new person."""
        if obj is None:
            kwargs["form"] = AddPersonForm
        return super().get_form(request, obj, change, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Write down what changed, and let what follows from the groups follow."""
        before = set(form.instance.groups.values_list("name", flat=True)) if change else set()
        super().save_related(request, form, formsets, change)
        user: User = form.instance
        follow_groups(user)
        if not change:
            give_address(user, verified=False)
        if "is_active" in form.changed_data and not user.is_active:
            end_sessions(user)
        after = set(user.groups.values_list("name", flat=True))
        if not change or before != after or "is_active" in form.changed_data:
            record(
                actor=actor_of(request),
                action="person changed" if change else "person added",
                subject=user,
                detail={"groups": sorted(after), "active": user.is_active},
            )

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Only for those who may change people."""
        return super().get_actions(request) if self.has_change_permission(request) else {}

    @admin.action(description=gettext_lazy("Sign them out everywhere"))
    def sign_out_everywhere(self, request: HttpRequest, people: QuerySet[User]) -> None:
        """End every session of the chosen people."""
        chosen = self._changeable(request, people)
        for user in chosen:
            end_sessions(user)
            record(actor=actor_of(request), action="signed out everywhere", subject=user)
        self._say(request, len(chosen), _("signed out everywhere"))

    @admin.action(description=gettext_lazy("Take the second step away (lost phone)"))
    def take_second_step_away(self, request: HttpRequest, people: QuerySet[User]) -> None:
        """For people who cannot sign in any more; they set a new one up."""
        done = [user for user in self._changeable(request, people) if remove_second_step(user, actor=actor_of(request))]
        self._say(request, len(done), _("without a second step now"))

    def _changeable(self, request: HttpRequest, people: QuerySet[User]) -> list[User]:
        return [user for user in people if self.has_change_permission(request, user)]

    def _say(self, request: HttpRequest, count: int, what: str) -> None:
        words = ngettext("%(count)d person: %(what)s.", "%(count)d people: %(what)s.", count)
        self.message_user(request, words % {"count": count, "what": what}, messages.SUCCESS)


def actor_of(request: HttpRequest) -> User:
    """The person at the desk."""
    if not isinstance(request.user, User):
        raise TypeError("The desk is only open to people who are signed in.")
    return request.user


def _is_superuser(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_superuser
