"""Pay and outlook, as the Bureau of Labor Statistics publishes them."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guides.models.place import State
from guides.models.source import Source

# Pay is told from fifty jobs on and while its mean is known to a tenth, the number of jobs while known to three tenths:
# docs/decisions/0012 says why.
FEWEST_JOBS = 50
MOST_MEAN_ERROR = Decimal(10)
MOST_JOBS_ERROR = Decimal(30)
# The columns that tell pay.
PAY = tuple(f"{unit}_{point}" for unit in ("hour", "year") for point in ("p10", "p25", "median", "p75", "p90"))
_UNSURE = Q(employment__lt=FEWEST_JOBS) | Q(mean_error__gt=MOST_MEAN_ERROR)


class PayColumns(models.Model):
    """The columns of the wage survey: wage and salary jobs, before tax, in dollars. Empty means not released."""

    as_of = models.CharField(_("as of"), max_length=40)
    employment = models.PositiveIntegerField(_("jobs"), null=True, blank=True)
    employment_error = models.DecimalField(
        _("relative standard error of jobs, per cent"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    mean_error = models.DecimalField(
        _("relative standard error of the mean, per cent"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    hour_p10 = models.DecimalField(_("hourly, 10th percentile"), max_digits=7, decimal_places=2, null=True, blank=True)
    hour_p25 = models.DecimalField(_("hourly, 25th percentile"), max_digits=7, decimal_places=2, null=True, blank=True)
    hour_median = models.DecimalField(_("hourly, median"), max_digits=7, decimal_places=2, null=True, blank=True)
    hour_p75 = models.DecimalField(_("hourly, 75th percentile"), max_digits=7, decimal_places=2, null=True, blank=True)
    hour_p90 = models.DecimalField(_("hourly, 90th percentile"), max_digits=7, decimal_places=2, null=True, blank=True)
    year_p10 = models.PositiveIntegerField(_("yearly, 10th percentile"), null=True, blank=True)
    year_p25 = models.PositiveIntegerField(_("yearly, 25th percentile"), null=True, blank=True)
    year_median = models.PositiveIntegerField(_("yearly, median"), null=True, blank=True)
    year_p75 = models.PositiveIntegerField(_("yearly, 75th percentile"), null=True, blank=True)
    year_p90 = models.PositiveIntegerField(_("yearly, 90th percentile"), null=True, blank=True)
    or_more = models.CharField(
        _("at the top of the scale"),
        max_length=24,
        blank=True,
        help_text=_("Points whose pay the survey gives as “this much or more”, such as: p75 p90."),
    )

    class Meta:
        abstract = True

    def is_or_more(self, point: str) -> bool:
        """Whether the survey says of that point (p10 to p90) only that pay is as much or more."""
        return point in self.or_more.split()


class WageQuerySet(models.QuerySet["WageEstimate"]):
    """Rows of pay by name."""

    def sure(self) -> Self:
        """Those with enough answers behind them for their pay to be told."""
        return self.exclude(_UNSURE)


class WageEstimate(PayColumns):
    """Pay in one occupation, in one place or industry: wage and salary jobs, before tax, in dollars.

    Source: BLS Occupational Employment and Wage Statistics (OEWS). Empty means not released.
    """

    soc = models.CharField(_("SOC code"), max_length=7)
    place = models.CharField(_("place"), max_length=2, default="US", help_text=_("US, or a state's postal code."))
    naics = models.CharField(
        _("industry"), max_length=6, blank=True, help_text=_("NAICS code; empty means all industries.")
    )
    industry = models.CharField(_("name of the industry"), max_length=160, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="wages", verbose_name=_("source"))

    objects = WageQuerySet.as_manager()

    class Meta:
        ordering = ["soc", "place", "naics"]
        verbose_name = _("wage estimate")
        constraints = [
            models.UniqueConstraint(
                fields=["soc", "place", "naics"],
                name="wage_once_a_place_and_industry",
                violation_error_message=_("There is a row for this already. Edit that one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soc} {self.place} {self.industry}".strip()


class Area(models.Model):
    """A metropolitan or other area of the wage survey; some lie in several states."""

    class Kind(models.TextChoices):
        """What sort of area it is."""

        METRO = "metro", _("Metropolitan area")
        OTHER = "other", _("Area outside the metropolitan ones")

    code = models.CharField(_("area code"), max_length=7, primary_key=True)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.METRO)
    states = models.ManyToManyField(State, blank=True, related_name="areas", verbose_name=_("states"))

    class Meta:
        ordering = ["name"]
        verbose_name = _("area")

    def __str__(self) -> str:
        return self.name


class AreaWageQuerySet(models.QuerySet["AreaWage"]):
    """Rows of pay in areas by name."""

    def sure(self) -> Self:
        """Those with enough answers behind them for their pay to be told."""
        return self.exclude(_UNSURE)


class AreaWage(PayColumns):
    """Pay in one occupation in one area of a state or of several."""

    soc = models.CharField(_("SOC code"), max_length=7)
    area = models.ForeignKey(Area, models.CASCADE, related_name="wages", verbose_name=_("area"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="area_wages", verbose_name=_("source"))

    objects = AreaWageQuerySet.as_manager()

    class Meta:
        ordering = ["soc", "area"]
        verbose_name = _("wage estimate of an area")
        constraints = [models.UniqueConstraint(fields=["soc", "area"], name="wage_once_an_area")]

    def __str__(self) -> str:
        return f"{self.soc} {self.area_id}"


class Projection(models.Model):
    """How many jobs there are and are expected to be; source: BLS Employment Projections.

    A summary stands for a whole group of occupations, such as 29-0000, and has no typical education.
    """

    soc = models.CharField(_("SOC code"), max_length=7, unique=True)
    base_year = models.PositiveSmallIntegerField(_("from"))
    target_year = models.PositiveSmallIntegerField(_("to"))
    jobs_base = models.PositiveIntegerField(_("jobs at the start"), null=True, blank=True)
    jobs_target = models.PositiveIntegerField(_("jobs at the end"), null=True, blank=True)
    change_percent = models.DecimalField(_("change, per cent"), max_digits=5, decimal_places=1, null=True, blank=True)
    openings = models.PositiveIntegerField(_("openings a year"), null=True, blank=True)
    exits = models.PositiveIntegerField(_("leaving work, a year"), null=True, blank=True)
    transfers = models.PositiveIntegerField(_("changing occupation, a year"), null=True, blank=True)
    entry_education = models.CharField(_("typical education"), max_length=80, blank=True)
    training = models.CharField(_("training on the job"), max_length=80, blank=True)
    experience = models.CharField(_("experience in a related job"), max_length=80, blank=True)
    is_summary = models.BooleanField(_("stands for a group of occupations"), default=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="projections", verbose_name=_("source"))

    class Meta:
        ordering = ["soc"]
        verbose_name = _("projection")

    def __str__(self) -> str:
        return f"{self.soc}, {self.base_year}–{self.target_year}"


class OutlookReason(models.Model):
    """Why an occupation's share of the jobs of an industry is expected to change, in the publisher's words."""

    soc = models.CharField(_("SOC code"), max_length=7)
    industry_code = models.CharField(_("industry"), max_length=6, help_text=_("TE1000 stands for all industries."))
    industry = models.CharField(_("name of the industry"), max_length=160)
    text = models.TextField(_("reason"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="outlook_reasons", verbose_name=_("source"))

    class Meta:
        ordering = ["soc", "industry"]
        verbose_name = _("reason of the outlook")
        constraints = [
            models.UniqueConstraint(fields=["soc", "industry_code"], name="outlook_reason_once_an_industry"),
        ]

    def __str__(self) -> str:
        return f"{self.soc}, {self.industry}"
