"""What changes the job search."""

from jobsearch.actions.saving import save_posting
from jobsearch.actions.staging import begin_application, follow_up, move

__all__ = ["begin_application", "follow_up", "move", "save_posting"]
