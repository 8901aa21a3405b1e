"""What a person reached: the record that resumes, reviews of pay and one's own courage feed on."""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# What is older was not reached just now: an old certificate written down today is no news to its person.
_NEWS = timedelta(days=60)


class AchievementQuerySet(models.QuerySet["Achievement"]):
    """Achievements by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def to_celebrate(self, today: date) -> Self:
        """Those that the app saw of late, and their person did not see on the record yet."""
        return self.filter(seen_on__isnull=True, on__range=(today - _NEWS, today))


class Achievement(models.Model):
    """One thing reached, with its day. Those that the app saw carry a key, so that they are kept once."""

    class Kind(models.TextChoices):
        """What sort of thing."""

        RESULT = "result", _("A result at work")
        PRAISE = "praise", _("A word of praise")
        LEARNING = "learning", _("Something learned")
        LEADING = "leading", _("Led, trained or mentored")
        SEARCH = "search", _("A step of the search")
        GOAL = "goal", _("A goal reached")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="achievements", verbose_name=_("person"), editable=False
    )
    on = models.DateField(_("on"))
    kind = models.CharField(_("what it is"), max_length=8, choices=Kind, default=Kind.RESULT)
    title = models.CharField(_("what you reached"), max_length=200)
    text = models.TextField(_("what you did, and what came of it"), max_length=2000, blank=True)
    learned = models.TextField(_("what you learned"), max_length=1000, blank=True)
    to_thank = models.CharField(_("whom to thank"), max_length=200, blank=True)
    key = models.CharField(_("key"), max_length=120, blank=True, editable=False)
    # Seen by its person: a new one is celebrated until then.
    seen_on = models.DateField(_("seen on"), null=True, editable=False)
    in_resume_on = models.DateField(_("added to a resume on"), null=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = AchievementQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("achievement")
        indexes = [models.Index(fields=["owner", "on"], name="achievement_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], condition=~Q(key=""), name="achievement_once_a_key")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def suits_resume(self) -> bool:
        """Whether it says something to an employer; steps of the search do not."""
        return self.kind != self.Kind.SEARCH
