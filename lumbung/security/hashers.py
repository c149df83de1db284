import threading
from contextlib import contextmanager

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils.translation import gettext as _

from lumbung.web.words import Refused

AT_ONCE, IN_ALL, PATIENCE = 2, 3, 10  # hashing, hashing or waiting for it, seconds
_hashing, _admitted = threading.BoundedSemaphore(AT_ONCE), threading.BoundedSemaphore(IN_ALL)


@contextmanager
def turn():
    """Two hash at once and one may wait: a flood of sign-ins takes neither the memory nor the last of the four threads.

    Raises  Refused: too many are at the door
    """
    if not _admitted.acquire(blocking=False):
        raise Refused(_("Sedang banyak yang masuk bersamaan. Tunggu setengah menit, lalu coba lagi."))
    try:
        if not _hashing.acquire(timeout=PATIENCE):
            raise Refused(_("Sedang banyak yang masuk bersamaan. Tunggu setengah menit, lalu coba lagi."))
        try:
            yield
        finally:
            _hashing.release()
    finally:
        _admitted.release()


class Argon2(Argon2PasswordHasher):
    """Argon2id at 46 MiB: 0.16 s here, and a cheap laptop can take several at once (reliability, section 4)."""

    time_cost = 3
    memory_cost = 47104
    parallelism = 1

    def encode(self, password, salt):
        with turn():
            return super().encode(password, salt)

    def verify(self, password, encoded):
        with turn():
            return super().verify(password, encoded)
