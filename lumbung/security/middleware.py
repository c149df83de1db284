from django.utils.functional import SimpleLazyObject


class PersonMiddleware:
    """`request.person`: who is at the keyboard, under a name that is not the ledger's word "account"."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.person = SimpleLazyObject(lambda: request.user)
        request.cooperative, request.roles = None, frozenset()
        return self.get_response(request)
