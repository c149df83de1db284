"""Every setting of an installation, in one file. `git clone`, `bin/demo` and it works; values come from outside."""

from pathlib import Path

from lumbung.site import environment
from lumbung.sql.safe import use_safe_sqlite
from lumbung.web.csp import POLICY
from lumbung.web.middleware import static_headers

use_safe_sqlite()

HOME = environment.home()
DEMO = environment.flag("LUMBUNG_DEMO", default=(HOME / "percontohan").exists())  # the mark of `lumbung demo`
DEBUG = environment.flag("LUMBUNG_DEBUG", default=False)
SECRET_KEY = environment.secret_key(HOME)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
LUMBUNG_ORIGIN = environment.origin()
KEYS, KEEP_KEY = environment.keys_folder(HOME), environment.keep_key()
QUOTA = environment.quota()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "lumbung.sql",
    "lumbung.web",
    "lumbung.places",
    "lumbung.cooperatives",
    "lumbung.vault",
    "lumbung.security",
    "lumbung.outbox",
    "lumbung.books",
    "lumbung.help",
    "lumbung.recovery",
    "lumbung.members",
    "lumbung.ledger",
    "lumbung.approvals",
    "lumbung.dues",
    "lumbung.savings",
    "lumbung.cash",
    "lumbung.meetings",
    "lumbung.receipts",
    "lumbung.assets",
    "lumbung.surplus",
    "lumbung.witness",
    "lumbung.intake",
    "lumbung.membership",
    "lumbung.portal",
    "lumbung.supervision",
    "lumbung.privacy",
    "lumbung.backup",
    "lumbung.safety",
    "lumbung.demo",
    "lumbung.site",
]

MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",  # first: a page has thirty files, each header costs its bytes
    "lumbung.web.middleware.CodeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "lumbung.web.middleware.FoldedMiddleware",
    "csp.middleware.CSPMiddleware",
    "lumbung.web.middleware.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lumbung.web.middleware.LanguageMiddleware",
    "lumbung.web.middleware.NoughtMiddleware",
    "django.middleware.common.CommonMiddleware",
    "lumbung.security.refusals.RefusalsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lumbung.security.middleware.SittingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lumbung.security.middleware.PersonMiddleware",
    "lumbung.web.middleware.CalmMiddleware",
]

ROOT_URLCONF = "lumbung.site.urls"
WSGI_APPLICATION = "lumbung.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lumbung.web.context.shell",
                "lumbung.help.context.guide",
                "lumbung.recovery.context.people",
                "lumbung.security.context.told",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
                )
            ],
            "builtins": ["template_partials.templatetags.partials", "lumbung.web.templatetags.lumbung"],
        },
    }
]

FORM_RENDERER = "lumbung.web.fields.Renderer"

DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "security.Person"
AUTHENTICATION_BACKENDS = ["lumbung.security.signin.PersonBackend"]
PASSWORD_HASHERS = ["lumbung.security.hashers.Argon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "lumbung.security.passphrases.NotRepeated"},
    {"NAME": "lumbung.security.passphrases.NotKnown"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "lumbung.security.signin.Adapter"
ACCOUNT_FORMS = {"login": "lumbung.security.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = False  # lumbung/security/slowing.py: by name and device, so that nobody locks others out
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]  # spare codes are our own: hashed, used once
ALLAUTH_TRUSTED_PROXY_COUNT = 0

SESSION_COOKIE_NAME = "__Host-sesi"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf"
MESSAGE_STORAGE = "lumbung.web.messages.HostCookie"
CSRF_FAILURE_VIEW = "lumbung.web.views.csrf_failure"
SIGNED_COOKIE_LEGACY_SALT_FALLBACK = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = POLICY

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
LANGUAGE_COOKIE_NAME = "bahasa"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {"BACKEND": "lumbung.web.storage.HashedStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's page uses our files
WHITENOISE_ADD_HEADERS_FUNCTION = static_headers
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"code": {"()": "lumbung.web.logs.WithCode"}},
    "formatters": {"plain": {"format": "{levelname} {name} {code} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["code"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
