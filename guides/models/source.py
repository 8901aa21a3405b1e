"""Where a fact comes from."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """A publication that facts rest on: who published it, where it is, and when we looked."""

    class Kind(models.TextChoices):
        """How close the source is to whoever decides the fact."""

        OFFICIAL = "official", _("Official: the issuer, a law, or a government statistic")
        SECOND_HAND = "second-hand", _("Second-hand: someone reporting it")
        OWN = "own", _("Our editors' own summary")

    key = models.SlugField(
        _("key"), max_length=60, unique=True, help_text=_("Short name used in content files, such as oews-2025.")
    )
    title = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    edition = models.CharField(
        _("edition"), max_length=60, blank=True, help_text=_("Such as May 2025 or version 29.3.")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    seen_on = models.DateField(_("seen on"), null=True, blank=True, help_text=_("The day one of us last looked at it."))
    review_by = models.DateField(
        _("newer edition by"),
        null=True,
        blank=True,
        help_text=_("The day by which to look whether a newer edition is out; what rests on this one is then due."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SECOND_HAND)
    note = models.TextField(
        _("note"), blank=True, help_text=_("What the source does not cover, or how far to trust it.")
    )

    class Meta:
        ordering = ["title"]
        verbose_name = _("source")

    def __str__(self) -> str:
        return f"{self.title}, {self.edition}" if self.edition else self.title

    def is_stale(self, day: date) -> bool:
        """Whether a newer edition should have been looked for before the day."""
        return self.review_by is not None and self.review_by < day
