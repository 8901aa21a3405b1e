"""The public pages of the reference."""

from guides.views.compare import compare
from guides.views.detail import detail
from guides.views.facts import facts
from guides.views.glossary import glossary
from guides.views.list import list
from guides.views.preview import preview
from guides.views.prints import card, essentials
from guides.views.reader import feedback, my_state, save, target
from guides.views.search import search
from guides.views.states import state, states

__all__ = [
    "card",
    "compare",
    "detail",
    "essentials",
    "facts",
    "feedback",
    "glossary",
    "list",
    "my_state",
    "preview",
    "save",
    "search",
    "state",
    "states",
    "target",
]
