from lumbung.security.views.devices import devices, end_others, end_sitting, own_device, read_notices
from lumbung.security.views.door import lock_screen, second_step
from lumbung.security.views.locks import add_app, add_passkey, remove_lock, second_lock, spare_codes
from lumbung.security.views.me import again, me, passphrase, pin

__all__ = [
    "add_app",
    "add_passkey",
    "again",
    "devices",
    "end_others",
    "end_sitting",
    "lock_screen",
    "me",
    "own_device",
    "passphrase",
    "pin",
    "read_notices",
    "remove_lock",
    "second_lock",
    "second_step",
    "spare_codes",
]
