"""The nouns of the job search."""

from jobsearch.models.application import Application
from jobsearch.models.posting import Posting

__all__ = ["Application", "Posting"]
