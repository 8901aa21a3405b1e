"""Words of the trade."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class GlossaryTerm(models.Model):
    """A word that readers may not know, explained where it stands."""

    slug = models.SlugField(
        _("slug"),
        max_length=60,
        unique=True,
        error_messages={"unique": _("Another term has this slug. Choose another, or edit that term.")},
    )
    term = models.CharField(_("term"), max_length=80)
    definition = models.TextField(
        _("definition"), max_length=500, help_text=_("One or two sentences; stands in the margin.")
    )
    also = models.CharField(
        _("also written"), max_length=160, blank=True, help_text=_("Other spellings, with commas between; for search.")
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["term"]
        verbose_name = _("glossary term")

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        """The term's place on the glossary page."""
        return f"{reverse('guides:glossary')}#{self.slug}"
