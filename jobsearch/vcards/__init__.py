"""Address cards (vCard): read from what any phone or mail program wrote, and written so that any can read them."""

from jobsearch.vcards.lines import DamagedCardError
from jobsearch.vcards.person import Person
from jobsearch.vcards.reading import Card, cards_of
from jobsearch.vcards.writing import vcard

__all__ = ["Card", "DamagedCardError", "Person", "cards_of", "vcard"]
