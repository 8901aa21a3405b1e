"""Which words, where, how often, and on which sites."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from guides.models import Resource
from jobsearch.alerting.suggesting import Suggested
from jobsearch.models import Alert

MOST_ALERTS = 40
_ADDRESS = {"invalid": _("Write the whole address, beginning with https://.")}

_BOARD = '{} <span class="small muted d-block">{}</span>'


class PlanForm(forms.Form):
    """One search on one or several sites; each becomes an alert."""

    title = forms.ChoiceField(label=_("What ads call the job"), required=False, widget=forms.RadioSelect)
    terms = forms.CharField(
        label=_("Other words"),
        help_text=_("Instead of a title above. Two or three words find more than five."),
        max_length=160,
        required=False,
    )
    where = forms.CharField(
        label=_("Where"), help_text=_("A city and state, a ZIP code, or a state."), max_length=120, required=False
    )
    often = forms.ChoiceField(label=_("How often"), choices=Alert.Often.choices, initial=Alert.Often.DAILY)
    sites = forms.MultipleChoiceField(
        label=_("On which sites"),
        help_text=_("Two or three are enough: most jobs stand on several."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    site = forms.CharField(
        label=_("Another site"),
        help_text=_("Such as the page of jobs of a hospital or a chain near you."),
        max_length=120,
        required=False,
    )
    link = forms.URLField(
        label=_("Its address"), max_length=500, required=False, assume_scheme="https", error_messages=_ADDRESS
    )

    def __init__(self, *args: Any, owner: User, suggested: Suggested, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        self.boards = {str(board.pk): board for board in suggested.sites}
        titles = [(title, title) for title in suggested.terms]
        self.fields["title"].choices = titles  # type: ignore[attr-defined]
        boards = [(pk, format_html(_BOARD, board.name, board.what_for)) for pk, board in self.boards.items()]
        self.fields["sites"].choices = boards  # type: ignore[attr-defined]
        self.initial.setdefault("where", suggested.where)
        if titles:
            self.initial.setdefault("title", titles[0][0])
        else:
            del self.fields["title"]
            self.fields["terms"].label = _("Words to search for")
            self.fields["terms"].help_text = _("What ads call the job. Two or three words find more than five.")

    def clean(self) -> dict[str, Any]:
        """Words and a site are needed; what is planned already is not planned twice."""
        values = super().clean() or self.cleaned_data
        values["terms"] = values.get("terms", "").strip() or values.get("title", "")
        if not values["terms"] and not {"terms", "title"} & self.errors.keys():
            self.add_error("terms", _("Write what to search for."))
        if values.get("link") and not values.get("site") and "site" not in self.errors:
            self.add_error("site", _("Write what this site is called."))
        if not values.get("sites") and not values.get("site") and not {"sites", "site", "link"} & self.errors.keys():
            self.add_error("sites", _("Choose a site, or write down another one."))
        if not self.errors:
            self._leave_out_known(values)
        return values

    def alerts(self) -> list[Alert]:
        """One for each site, not saved yet."""
        values = self.cleaned_data
        shared = {name: values[name] for name in ("terms", "where", "often")}
        boards: list[Resource] = [self.boards[pk] for pk in values["sites"]]
        planned = [Alert(owner=self.owner, resource=board, site=board.name, **shared) for board in boards]
        if values["site"]:
            planned.append(Alert(owner=self.owner, site=values["site"], link=values["link"], **shared))
        return [alert for alert in planned if alert.site.casefold() not in values["known"]]

    def _leave_out_known(self, values: dict[str, Any]) -> None:
        mine = Alert.objects.owned_by(self.owner)
        same = mine.filter(terms__iexact=values["terms"], where__iexact=values["where"])
        values["known"] = {name.casefold() for name in same.values_list("site", flat=True)}
        planned = len(self.alerts())
        if not planned:
            self.add_error("sites", _("This search is in your plan already on these sites."))
        elif mine.count() + planned > MOST_ALERTS:
            self.add_error("sites", _("Forty alerts are more than anyone can read. Remove some first."))


class AlertForm(forms.ModelForm[Alert]):
    """What can be changed of one alert; a place to go keeps its name and its address."""

    link = forms.URLField(
        label=_("Its address"), max_length=500, required=False, assume_scheme="https", error_messages=_ADDRESS
    )

    class Meta:
        model = Alert
        fields = ["site", "link", "terms", "where", "often"]
        labels = {"site": _("Site"), "terms": _("Words to search for"), "where": _("Where"), "often": _("How often")}
        help_texts = {"where": _("A city and state, a ZIP code, or a state.")}
        error_messages = {
            "terms": {"required": _("Write what to search for.")},
            "site": {"required": _("Write what this site is called.")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        board = self.instance.resource
        if board and board.url:
            del self.fields["site"], self.fields["link"]


class BoardForm(forms.Form):
    """The place to go from which someone comes, by its key."""

    site = forms.SlugField(max_length=60, required=False)


class SetUpForm(forms.Form):
    """Whether it runs on its site."""

    done = forms.BooleanField(required=False)
