"""The one settings file. What differs between machines comes from the environment; docs/install.md lists it."""

from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from careerguide.environment import (
    env_choice,
    env_command,
    env_database,
    env_flag,
    env_list,
    env_number,
    env_text,
    kept_secret,
)
from careerguide.policy import CONTENT_SECURITY_POLICY

# ModelAdmin[Role] and ModelForm[Role] need it at run time, not only for the type checker.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(env_text("CAREERGUIDE_VAR", default=str(BASE_DIR / "var")))
VAR.mkdir(parents=True, exist_ok=True)

PRODUCTION = env_choice("CAREERGUIDE_ENV", ("development", "production")) == "production"
DEBUG = env_flag("CAREERGUIDE_DEBUG")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("CAREERGUIDE_DEBUG shows secrets to visitors: turn it off in production.")

SECRET_KEY = env_text("CAREERGUIDE_SECRET_KEY")
ALLOWED_HOSTS = env_list("CAREERGUIDE_HOSTS", default="" if PRODUCTION else "localhost,127.0.0.1,[::1]")
if PRODUCTION and not (SECRET_KEY and ALLOWED_HOSTS):
    raise ImproperlyConfigured("In production, set CAREERGUIDE_SECRET_KEY and CAREERGUIDE_HOSTS.")
SECRET_KEY = SECRET_KEY or kept_secret(VAR / "secret_key")
# Links in mails never take the host from a request.
BASE_URL = env_text(
    "CAREERGUIDE_BASE_URL",
    default=f"https://{ALLOWED_HOSTS[0]}" if PRODUCTION else f"http://localhost:{env_number('PORT', default=8000)}",
)
# The address that the server listens on. The demonstration is only loaded where nobody else can reach it.
BIND = env_text("CAREERGUIDE_BIND", default="127.0.0.1")
SITE_NAME = env_text("CAREERGUIDE_SITE_NAME", default="CareerGuide")

INSTALLED_APPS = [
    "careerguide.apps.CareerGuideConfig",
    "caseloads.apps.CaseloadsConfig",
    "resumes.apps.ResumesConfig",
    "interviews.apps.InterviewsConfig",
    "certifications.apps.CertificationsConfig",
    "jobsearch.apps.JobsearchConfig",
    "plans.apps.PlansConfig",
    "guides.apps.GuidesConfig",
    "accounts.apps.AccountsConfig",
    "kit.apps.KitConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django.forms",
    "simple_history",
    "careerguide.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "kit.http.ContentSecurityPolicy",
    "kit.http.AllowedMethods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kit.http.PrivateAnswers",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.ViewerTimeZone",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "careerguide.urls"
WSGI_APPLICATION = "careerguide.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.static", "django.templatetags.i18n", "kit.templatetags.kit"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

_SQLITE = f"sqlite:///{VAR / 'careerguide.sqlite3'}"
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **dj_database_url.parse(env_database("DATABASE_URL", default=_SQLITE), conn_max_age=60, conn_health_checks=True)
    }
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock at the start, so 50 people saving at once wait instead of failing;
    # FULL makes every commit reach the disk.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
        "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Rate limits must count across processes, so the shared cache lives in the database.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_row"},
    # Whole pages for strangers (compressed), and articles for readers in one state, kept by each process under the
    # version of the content, so nothing goes stale: at the most some 50 MB and 25 MB.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
    "articles": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "articles",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
    # Parts of articles, kept under the values they were drawn from: some 25 MB.
    "pieces": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pieces",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2500},
    },
}

# ---- people
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LengthValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.ContextWordsValidator"},
]
ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = None
# A code by mail holds for ten minutes, the most that NIST SP 800-63B-4 allows, and works once.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_FORMS = {
    "add_email": "accounts.forms.AddEmailForm",
    "change_email": "accounts.forms.ChangeEmailForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "confirm_email_verification_code": "accounts.forms.ConfirmEmailCodeForm",
    "confirm_login_code": "accounts.forms.ConfirmLoginCodeForm",
    "confirm_password_reset_code": "accounts.forms.ConfirmResetCodeForm",
    "login": "accounts.forms.LoginForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "request_login_code": "accounts.forms.RequestLoginCodeForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "signup": "accounts.forms.SignupForm",
}
MFA_ADAPTER = "accounts.adapter.SecondStepAdapter"
MFA_FORMS = {
    "activate_totp": "accounts.forms.ActivateAppForm",
    "add_webauthn": "accounts.forms.AddPasskeyForm",
    "authenticate": "accounts.forms.SecondStepForm",
    "edit_webauthn": "accounts.forms.RenamePasskeyForm",
    "reauthenticate": "accounts.forms.SecondStepAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_ISSUER = SITE_NAME
USERSESSIONS_TRACK_ACTIVITY = False
# Staff who can change content or see other people's records sign in with a second factor.
STAFF_MFA = PRODUCTION
ALLAUTH_TRUSTED_PROXY_COUNT = env_number("CAREERGUIDE_PROXIES", default=0)
# How long an account that asked to be erased can still be kept.
ERASURE_GRACE_DAYS = 14

# ---- mail
DEFAULT_FROM_EMAIL = env_text("CAREERGUIDE_MAIL_FROM", default=f"{SITE_NAME} <careerguide@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_HOST = env_text("CAREERGUIDE_SMTP_HOST")
EMAIL_PORT = env_number("CAREERGUIDE_SMTP_PORT", default=587)
EMAIL_HOST_USER = env_text("CAREERGUIDE_SMTP_USER")
EMAIL_HOST_PASSWORD = env_text("CAREERGUIDE_SMTP_PASSWORD")
EMAIL_USE_TLS = env_flag("CAREERGUIDE_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 15
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"

# ---- words and time
LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = env_text("CAREERGUIDE_TIME_ZONE", default="America/New_York")
USE_TZ = True

# ---- files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "kit.static.VendorFinder",
]
MEDIA_ROOT = VAR / "media"
STORAGES = {
    # Keys to encrypt people's files with, the newest first; without any they lie as they were sent.
    "default": {"BACKEND": "kit.storage.PrivateStorage", "OPTIONS": {"keys": env_list("CAREERGUIDE_FILE_KEYS")}},
    "staticfiles": {"BACKEND": "kit.static.StaticStorage"},
}

# A program that writes down speech, started with a recording's file as its last argument.
TRANSCRIBE = env_command("CAREERGUIDE_TRANSCRIBE")

# ---- policy headers
SECURE_CSP = CONTENT_SECURITY_POLICY
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    # Probes of the machine itself speak plain HTTP.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 730
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"careerguide": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
