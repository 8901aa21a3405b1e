"""Occupations: the jobs of the O*NET database, as its releases describe them."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guides.models.release import Release


class JobZone(models.Model):
    """How much preparation a job needs, in O*NET's five steps (four since release 30.3)."""

    number = models.PositiveSmallIntegerField(_("number"), primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    experience = models.TextField(_("experience"), blank=True)
    education = models.TextField(_("education"), blank=True)
    training = models.TextField(_("training"), blank=True)
    examples = models.TextField(_("examples"), blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name = _("job zone")

    def __str__(self) -> str:
        return self.name


class OccupationQuerySet(models.QuerySet["Occupation"]):
    """Occupations by name."""

    def in_group(self, group: str) -> Self:
        """Those of one SOC major group, such as 29 for health care practitioners."""
        return self.filter(code__startswith=f"{group}-")


class Occupation(models.Model):
    """One O*NET-SOC code. Interests run from 1 to 7; empty means that the release does not say."""

    code = models.CharField(_("O*NET-SOC code"), max_length=10, primary_key=True)
    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(_("description"))
    soc = models.CharField(_("SOC code"), max_length=7, db_index=True, help_text=_("Joins pay and outlook."))
    job_zone = models.ForeignKey(
        JobZone, models.SET_NULL, null=True, blank=True, related_name="occupations", verbose_name=_("job zone")
    )
    realistic = models.DecimalField(_("realistic"), max_digits=4, decimal_places=2, null=True, blank=True)
    investigative = models.DecimalField(_("investigative"), max_digits=4, decimal_places=2, null=True, blank=True)
    artistic = models.DecimalField(_("artistic"), max_digits=4, decimal_places=2, null=True, blank=True)
    social = models.DecimalField(_("social"), max_digits=4, decimal_places=2, null=True, blank=True)
    enterprising = models.DecimalField(_("enterprising"), max_digits=4, decimal_places=2, null=True, blank=True)
    conventional = models.DecimalField(_("conventional"), max_digits=4, decimal_places=2, null=True, blank=True)
    release = models.ForeignKey(Release, models.PROTECT, related_name="occupations", verbose_name=_("release"))

    objects = OccupationQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("occupation")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The profile's address."""
        return reverse("occupations:detail", args=[self.code])


class Task(models.Model):
    """Something people in the occupation do."""

    class Kind(models.TextChoices):
        """How central it is; empty where the release does not say."""

        CORE = "core", _("Core")
        SUPPLEMENTAL = "supplemental", _("Supplemental")

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="tasks", verbose_name=_("occupation"))
    number = models.PositiveIntegerField(_("task number"))
    text = models.TextField(_("text"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, blank=True)

    class Meta:
        ordering = ["occupation", "pk"]
        verbose_name = _("task")
        constraints = [models.UniqueConstraint(fields=["occupation", "number"], name="task_once_an_occupation")]

    def __str__(self) -> str:
        return self.text


class Element(models.Model):
    """A skill or a field of knowledge that occupations are rated on."""

    class Kind(models.TextChoices):
        """What it is a part of."""

        SKILL = "skill", _("Skill")
        KNOWLEDGE = "knowledge", _("Knowledge")

    number = models.CharField(_("element number"), max_length=20, primary_key=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name = _("element")

    def __str__(self) -> str:
        return self.name


class Rating(models.Model):
    """How important a skill or a field of knowledge is (1 to 5), and how much of it is needed (0 to 7).

    A rating that the release advises to suppress is not kept; the level of what is not relevant is empty.
    """

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="ratings", verbose_name=_("occupation"))
    element = models.ForeignKey(Element, models.CASCADE, related_name="ratings", verbose_name=_("element"))
    importance = models.DecimalField(_("importance"), max_digits=4, decimal_places=2, null=True, blank=True)
    level = models.DecimalField(_("level"), max_digits=4, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["occupation", "-importance", "element"]
        verbose_name = _("rating")
        constraints = [models.UniqueConstraint(fields=["occupation", "element"], name="rating_once_an_element")]

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.element_id}"


class EducationShare(models.Model):
    """The share of people in the occupation who say that the job asks for this much education."""

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="education", verbose_name=_("occupation"))
    category = models.PositiveSmallIntegerField(_("category"))
    name = models.CharField(_("name"), max_length=400)
    percent = models.DecimalField(_("per cent"), max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["occupation", "category"]
        verbose_name = _("share of education")
        constraints = [models.UniqueConstraint(fields=["occupation", "category"], name="education_once_a_category")]

    def __str__(self) -> str:
        return f"{self.percent} {self.name}"


class OccupationTitle(models.Model):
    """A name by which the occupation, or a job within it, goes."""

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="titles", verbose_name=_("occupation"))
    title = models.CharField(_("title"), max_length=160)
    short = models.CharField(_("short form"), max_length=60, blank=True)
    is_reported = models.BooleanField(_("reported by people in the job"), default=False)

    class Meta:
        ordering = ["occupation", "title"]
        verbose_name = _("job title")
        constraints = [models.UniqueConstraint(fields=["occupation", "title"], name="occupation_title_once")]

    def __str__(self) -> str:
        return self.title


class Software(models.Model):
    """A program, or a kind of program, that people in the occupation use."""

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="software", verbose_name=_("occupation"))
    name = models.CharField(_("name"), max_length=160)
    category = models.CharField(_("category"), max_length=160)
    is_hot = models.BooleanField(_("often named in postings"), default=False)
    is_in_demand = models.BooleanField(_("in demand for this occupation"), default=False)

    class Meta:
        ordering = ["occupation", "-is_in_demand", "-is_hot", "name"]
        verbose_name = _("software")
        verbose_name_plural = _("software")

    def __str__(self) -> str:
        return self.name


class RelatedOccupation(models.Model):
    """An occupation next door, nearest first."""

    class Tier(models.TextChoices):
        """How near it is."""

        PRIMARY_SHORT = "primary-short", _("Primary, short list")
        PRIMARY_LONG = "primary-long", _("Primary, long list")
        SUPPLEMENTAL = "supplemental", _("Supplemental")

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="related", verbose_name=_("occupation"))
    other = models.ForeignKey(Occupation, models.CASCADE, related_name="related_from", verbose_name=_("other"))
    tier = models.CharField(_("tier"), max_length=14, choices=Tier, blank=True)
    place = models.PositiveSmallIntegerField(_("place"))

    class Meta:
        ordering = ["occupation", "place"]
        verbose_name = _("related occupation")
        constraints = [models.UniqueConstraint(fields=["occupation", "other"], name="related_occupation_once")]

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.other_id}"
