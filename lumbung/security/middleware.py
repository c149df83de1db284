from django.contrib.auth import logout
from django.utils.functional import SimpleLazyObject

from lumbung.security import sittings


class PersonMiddleware:
    """`request.person`: who is at the keyboard, under a name that is not the ledger's word "account"."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.person = SimpleLazyObject(lambda: request.user)
        request.cooperative, request.roles = None, frozenset()
        return self.get_response(request)


class SittingMiddleware:
    """`request.sitting`: the sign-in under which this request comes. Whoever has none that holds is nobody."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.sitting, request.device_token = None, ""
        if request.user.is_authenticated:
            request.sitting = sittings.current(request)
            if request.sitting is None:
                logout(request)
        sat_here = request.sitting is not None
        response = self.get_response(request)
        if sat_here and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"cache"'  # what waits unsent on the device is not ours to throw away
        if request.device_token:
            response.set_cookie(
                sittings.COOKIE, request.device_token, max_age=sittings.COOKIE_AGE, secure=True, httponly=True,
                samesite="Lax",
            )  # fmt: skip
        return response
