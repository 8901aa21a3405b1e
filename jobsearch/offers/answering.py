"""What an answer to an offer names of its terms."""

from django.utils.translation import gettext as _

from jobsearch.models import Offer
from jobsearch.offers.terms import terms_of


def agreed(offer: Offer) -> dict[str, str]:
    """First day, hours and pay as an answer in writing repeats them; what is not known stays empty."""
    terms = {term.key: term.text for term in terms_of(offer)}
    hours = _("%(hours)s hours a week") % terms if terms["hours"] else ""
    both = f"{hours} ({terms['shift']})" if hours and terms["shift"] else hours or terms["shift"]
    return {
        "starts": terms["starts_on"],
        "hours": both,
        "pay": terms["pay"],
    }
