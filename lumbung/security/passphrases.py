import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class NotRepeated:
    """Refuse one easy word typed again and again: long is not strong when it is `kopikopikopikopi`."""

    def validate(self, password, user=None):
        if re.fullmatch(r"(.{1,8}?)\1+", password):
            raise ValidationError(_("Kata sandi jangan kata yang diulang-ulang. Pakai empat kata yang berlainan."))

    def get_help_text(self):
        return _("Empat kata yang berlainan mudah diingat dan sukar ditebak.")
