"""What `load_content` put into the database, so that an editor's change is never overwritten."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedContent(models.Model):
    """The digest of one item as it was last loaded from the content files."""

    key = models.CharField(
        _("item"), max_length=200, unique=True, help_text=_("Such as section:pharmacy-technician/pay.")
    )
    digest = models.CharField(_("digest"), max_length=64)
    loaded_at = models.DateTimeField(_("loaded at"), auto_now=True)

    class Meta:
        ordering = ["key"]
        verbose_name = _("loaded item")

    def __str__(self) -> str:
        return self.key
