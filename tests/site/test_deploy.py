"""Production starts only when it is safe, and says in a sentence what is missing."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from careerguide.environment import kept_secret

SAFE = {
    "CAREERGUIDE_ENV": "production",
    "CAREERGUIDE_SECRET_KEY": "k3-" + "Zq8vR2mT7xW5yB9n" * 4,
    "CAREERGUIDE_HOSTS": "careers.example.org",
    "DJANGO_SETTINGS_MODULE": "careerguide.settings",
}

ASK = """
import django
from django.test import Client
django.setup()
from django.conf import settings
secure = Client(headers={"host": "careers.example.org"})
for path in ("/", "/my/", "/healthz"):
    plain = secure.get(path)
    print(path, plain.status_code, plain.get("Location", ""))
print(secure.get("/healthz", secure=True)["Strict-Transport-Security"])
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)
print(settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH, settings.STAFF_MFA, settings.BASE_URL)
"""


@pytest.fixture
def python(tmp_path):
    """Runs Python as a machine with only these settings would."""

    def run(*arguments, **variables):
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL"}}
        return subprocess.run(
            [sys.executable, *arguments],
            env=kept | {"CAREERGUIDE_VAR": str(tmp_path)} | variables,
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def last_line(done):
    return done.stderr.strip().splitlines()[-1]


def test_the_deployment_check_is_silent(python):
    done = python("manage.py", "check", "--deploy", "--fail-level", "DEBUG", **SAFE)

    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("missing", ["CAREERGUIDE_SECRET_KEY", "CAREERGUIDE_HOSTS"])
def test_production_refuses_to_start_without_key_or_hosts(python, missing):
    done = python("manage.py", "check", **{**SAFE, missing: ""})

    assert done.returncode != 0
    assert "In production, set CAREERGUIDE_SECRET_KEY and CAREERGUIDE_HOSTS." in last_line(done)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("CAREERGUIDE_ENV", "prod", "CAREERGUIDE_ENV must be one of development, production, not 'prod'."),
        ("CAREERGUIDE_DEBUG", "maybe", "CAREERGUIDE_DEBUG must be yes or no, not 'maybe'."),
        ("CAREERGUIDE_SMTP_PORT", "many", "CAREERGUIDE_SMTP_PORT must be a whole number, not 'many'."),
        ("DATABASE_URL", "mysql://me:secret@db/site", "DATABASE_URL must begin with sqlite:/// or postgresql://."),
        ("CAREERGUIDE_DEBUG", "yes", "CAREERGUIDE_DEBUG shows secrets to visitors: turn it off in production."),
    ],
)
def test_a_value_that_cannot_be_understood_stops_the_start(python, name, value, sentence):
    done = python("manage.py", "check", **{**SAFE, name: value})

    assert done.returncode != 0
    assert sentence in last_line(done)
    assert "me:secret" not in done.stderr.splitlines()[-1]


def test_production_speaks_https_but_to_probes_and_locks_its_cookies(python):
    done = python("-c", ASK, **SAFE)

    assert done.stdout.splitlines() == [
        "/ 301 https://careers.example.org/",
        "/my/ 301 https://careers.example.org/my/",
        "/healthz 200 ",
        "max-age=63072000; includeSubDomains; preload",
        "__Host-sessionid __Host-csrftoken True True",
        "None / True https://careers.example.org",
    ]


def test_the_secret_of_a_fresh_checkout_is_made_once_and_read_by_its_owner_alone(python, tmp_path):
    show = "from careerguide import settings; print(settings.SECRET_KEY)"

    first, second = python("-c", show).stdout, python("-c", show).stdout

    assert first == second
    assert len(first.strip()) > 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_those_who_begin_together_agree_on_the_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = {*pool.map(kept_secret, [tmp_path / "secret_key"] * 40)}

    assert len(secrets) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]
