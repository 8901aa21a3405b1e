"""How the site is served: `make run` and docs/install.md start gunicorn, which reads this file."""

import gc
import os
from pathlib import Path

from django.urls import resolve
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

# One thread for each worker's arithmetic, and no threads of a tokenizer that a fork would leave behind.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

bind = f"{os.environ.get('CAREERGUIDE_BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("CAREERGUIDE_WORKERS", "2"))
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 20
# A worker that serves for weeks is replaced now and then, not all at the same moment.
max_requests = 50_000
max_requests_jitter = 5_000
# The socket would lie in the home folder and be shared by every site of the same user.
control_socket_disable = True
# The heartbeat is a file: on a busy disk it would wait, in memory it does not.
if Path("/dev/shm").is_dir():  # noqa: S108 -- gunicorn makes a private, unlinked file there
    worker_tmp_dir = "/dev/shm"  # noqa: S108
loglevel = "warning"
errorlog = "-"


def when_ready(server: Arbiter) -> None:  # noqa: ARG001
    """Load every page's code once, before the workers are forked, and keep it in memory that they share."""
    resolve("/")
    read_a_guide_and_names()
    # Needs the project's folder on the path, which gunicorn puts there only with the application.
    from interviews.feedback import coaching  # noqa: PLC0415
    from resumes.review import reviewing  # noqa: PLC0415

    # Words, grammar and meanings: some 200 MB that the workers then share.
    reviewing.warm()
    coaching.warm()
    gc.collect()
    gc.freeze()
    # A page makes thousands of short-lived objects and no cycles to speak of: look for cycles less often.
    gc.set_threshold(20_000, 20, 20)
    print("Ready. Stop with Ctrl-C.", flush=True)


def post_worker_init(worker: Worker) -> None:  # noqa: ARG001
    """Start the worker's reader of documents, so that the first file need not wait for it."""
    from resumes.reader import start  # noqa: PLC0415

    start()


def read_a_guide_and_names() -> None:
    """Read one guide and the names of all jobs, so that the workers share templates, texts and the search.

    No connection may be open when they start.
    """
    # Models can be imported only after the application was loaded.
    from django.db import DatabaseError, connections  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from guides.article import guide_article  # noqa: PLC0415
    from guides.models import Role  # noqa: PLC0415
    from guides.search import index  # noqa: PLC0415

    try:
        if role := Role.objects.published(timezone.now()).first():
            guide_article(role, state=None, today=timezone.localdate(), is_saved=False)
        index.memory().read("nurse")
    except DatabaseError as trouble:
        print(f"The database does not answer yet: {trouble}", flush=True)
    connections.close_all()
