"""The page at an address of its own, for whoever wants to take it along: no signing in, the same bytes as the file."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import HttpResponse
from django.views.decorators.http import condition, require_safe

FILE = Path(__file__).with_name("periksa.html")
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


@cache
def _file() -> tuple[bytes, str, str]:
    """Its bytes, their digest, and the policy that it brings along."""
    content = FILE.read_bytes()
    policy = POLICY.search(content.decode())[1]
    return content, f'"{sha256(content).hexdigest()[:32]}"', f"{policy}; frame-ancestors 'none'"


def _etag(_request) -> str:
    return _file()[1]


@require_safe
@condition(etag_func=_etag)
def page(_request):
    """periksa.html. Its own policy takes the place of ours: not even this server may be asked for anything."""
    content, _digest, policy = _file()
    return HttpResponse(content, headers={"Content-Security-Policy": policy})
