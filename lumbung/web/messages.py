"""Words that wait for the next page, in a cookie that belongs to this host alone as the others do."""

from django.contrib.messages.storage.cookie import CookieStorage


class HostCookie(CookieStorage):
    cookie_name = "__Host-pesan"
