from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "lumbung.site"

    def ready(self):
        from lumbung.site.bank_files import introduce_reader
        from lumbung.site.holders import introduce_holders, introduce_places
        from lumbung.site.machine_looks import introduce_machine
        from lumbung.site.places import fill_menu

        fill_menu()
        introduce_holders()
        introduce_places()
        introduce_reader()
        introduce_machine()
