from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "lumbung.site"

    def ready(self):
        from lumbung.site.places import fill_menu

        fill_menu()
