"""Django's settings. Nothing here is to be edited for an installation: the environment says what differs."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

from peyvand.adapters.engines import database_settings
from peyvand.config.home import home, secret_key
from peyvand.config.mail import mail_settings

PACKAGE = Path(__file__).parents[1]
HOME = home()

# Checkpoints of the ledger are kept in the home, and wherever else: another disk, another person's folder.
CHECKPOINT_DIRS = [
    Path(folder).expanduser() for folder in os.environ.get("PEYVAND_CHECKPOINT_DIRS", "").split(os.pathsep) if folder
]
# Written by themselves soon after the ledger has grown.
CHECKPOINTS_FOLLOW_WRITES = True

SECRET_KEY = secret_key(HOME)
DEBUG = os.environ.get("PEYVAND_DEBUG") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *os.environ.get("PEYVAND_HOSTS", "").split()]
# The site's own proxies, whose word for a visitor's address is taken (`PEYVAND_PROXIES`, addresses with spaces).
TRUSTED_PROXIES = frozenset(os.environ.get("PEYVAND_PROXIES", "").split())
# Behind TLS: cookies that never travel in the clear.
_TLS = os.environ.get("PEYVAND_TLS") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "peyvand.records.audit",
    "peyvand.records.accounts",
    "peyvand.records.places",
    "peyvand.records.ledger",
    "peyvand.records.history",
    "peyvand.records.register",
    "peyvand.records.intake",
    "peyvand.records.watching",
    "peyvand.records.casework",
    "peyvand.records.contacts",
    "peyvand.records.documents",
    "peyvand.records.letters",
    "peyvand.records.agenda",
    "peyvand.records.search",
    "peyvand.web.shared",
    "peyvand.web.portal",
    "peyvand.web.office",
    "peyvand.web.opendata",
]

MIDDLEWARE = [
    "peyvand.web.shared.middleware.content_security_policy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "peyvand.web.shared.sessions.sittings",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "peyvand.config.urls"
WSGI_APPLICATION = "peyvand.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "peyvand.web.shared.jinja.environment"},
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]

_OWN_STORE = f"sqlite:///{quote(str(HOME / 'peyvand.sqlite3'))}"
DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL") or _OWN_STORE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Member"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LANGUAGE_CODE = "fa"
LANGUAGES = [("fa", _("Persian")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "web" / "shared" / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Tehran"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "peyvand.config.static.CollectedFiles"},
}
# Plain names are served as well, for a site that runs from its sources.
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Letters go to the console until a server is named (`smtp://name:password@host:587`, or `smtps://…`).
_MAIL = mail_settings(os.environ.get("PEYVAND_SMTP", ""))
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _MAIL.backend, _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = _MAIL.starts_tls, _MAIL.is_tls, 20
DEFAULT_FROM_EMAIL = os.environ.get("PEYVAND_MAIL_FROM", "peyvand@localhost")

SESSION_COOKIE_NAME = "peyvand_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "peyvand.web.shared.errors.forged"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _TLS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A pasted article fits; a form of ten thousand fields is an attack.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
# A file that is far too large is refused before it has come in.
FILE_UPLOAD_HANDLERS = [
    "peyvand.web.shared.uploading.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# A failure is told where the site runs, with its traceback; what a request carried is not.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
