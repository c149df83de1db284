"""What a page may load: itself and nothing else; no inline script, no inline style. For `CONTENT_SECURITY_POLICY`."""

from csp.constants import NONE, SELF

POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],  # blob: the photo of a slip, shown before it is sent
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
# Watched, not yet enforced: htmx 2 writes fragments through innerHTML without a policy name.
WATCHED = {"DIRECTIVES": {"require-trusted-types-for": ["'script'"]}}
