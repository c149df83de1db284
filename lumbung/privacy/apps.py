from django.apps import AppConfig

from lumbung.sql import guards


class PrivacyConfig(AppConfig):
    name = "lumbung.privacy"

    def ready(self):
        from lumbung.members import panels, wishes
        from lumbung.privacy import panel
        from lumbung.privacy.register.erasing import EMPTIED
        from lumbung.privacy.reports.consents import refusing
        from lumbung.sql.erasing import let_pass

        guards.register(__file__)
        wishes.know(refusing)
        panels.show("privacy/panel.html", panel.context, order=95)
        for one in EMPTIED:
            if one.guard:
                let_pass(one.guard, self.apps.get_model(one.model), one.blanks, one.owner, "privacy_erasure")
