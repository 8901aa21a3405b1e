"""Where a search on a site begins, with its words filled in. Plain Python."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class Search:
    """A site's own page of results: its address, and what it calls the words and the place."""

    address: str
    terms: str
    where: str = ""


# By the key of the place to go. One that is not here is opened at its front, and the words are typed there.
SEARCHES: Final[dict[str, Search]] = {
    "usajobs": Search("https://www.usajobs.gov/Search/Results", "k", "l"),
    "careeronestop-jobs": Search(
        "https://www.careeronestop.org/Toolkit/Jobs/find-jobs-results.aspx", "keyword", "location"
    ),
    "indeed": Search("https://www.indeed.com/jobs", "q", "l"),
    "linkedin-jobs": Search("https://www.linkedin.com/jobs/search/", "keywords", "location"),
    "glassdoor": Search("https://www.glassdoor.com/Job/jobs.htm", "sc.keyword"),
}


@dataclass(frozen=True)
class Link:
    """Where to go, and whether the words and the place stand in it; empty where no address is known."""

    address: str
    has_terms: bool = False
    has_where: bool = False


def search_link(key: str, front: str, terms: str, where: str) -> Link:
    """The site's own search for these words, or its front page."""
    search = SEARCHES.get(key)
    if search is None:
        return Link(front)
    asked = {search.terms: terms}
    if search.where and where:
        asked[search.where] = where
    address = f"{search.address}?{urlencode(asked, quote_via=quote)}"
    return Link(address, has_terms=True, has_where=bool(search.where) or not where)
