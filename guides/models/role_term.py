"""What a resume for a role should be able to show, and the language in which people of the role speak of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.role import Role


class RoleTerm(models.Model):
    """A skill, a tool, a credential or a duty of the role, under all the names it goes by."""

    class Kind(models.TextChoices):
        """What it is."""

        SKILL = "skill", _("Skill")
        TOOL = "tool", _("Tool or software")
        CREDENTIAL = "credential", _("Credential")
        DUTY = "duty", _("Duty")

    role = models.ForeignKey(Role, models.CASCADE, related_name="terms", verbose_name=_("role"))
    name = models.CharField(_("name"), max_length=80, help_text=_("A few words, as postings write it."))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    also = models.TextField(
        _("also written"),
        max_length=600,
        blank=True,
        help_text=_("One a line: abbreviations with their long forms, and other words for the same thing."),
    )
    is_required = models.BooleanField(
        _("asked for in nearly every posting"),
        default=False,
        help_text=_("Reviews look for these first, and name a credential that is missing."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["role", "position", "name"]
        verbose_name = _("resume term")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "name"],
                name="role_term_once_a_role",
                violation_error_message=_("This term is in the list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RoleWords(models.Model):
    """The verbs that begin a good line, and the words of the trade that a dictionary does not know."""

    role = models.OneToOneField(Role, models.CASCADE, related_name="words", verbose_name=_("role"))
    verbs = models.TextField(
        _("verbs"), max_length=2000, blank=True, help_text=_("One a line, in their base form: fill, count, resolve.")
    )
    vocabulary = models.TextField(
        _("words of the trade"),
        max_length=6000,
        blank=True,
        help_text=_("One a line. The spelling check takes them for words."),
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["role"]
        verbose_name = _("resume language")
        verbose_name_plural = _("resume language")

    def __str__(self) -> str:
        return str(self.role)
