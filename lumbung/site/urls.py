"""Every address, Indonesian and stable. A package owns what stands under its word."""

import importlib.util

from allauth.account.views import LogoutView
from django.urls import include, path

from lumbung.portal import views as portal
from lumbung.recovery import views as recovery
from lumbung.security.urls import of_cooperative as of_person
from lumbung.security.views.door import Door
from lumbung.site import views
from lumbung.witness.periksa import serving
from lumbung.witness.views.line import add_checkpoint

COOPERATIVE = {  # word in the address → package
    "anggota": "members",
    "iuran": "dues",
    "simpanan": "savings",
    "kas": "cash",
    "bukti": "receipts",
    "inventaris": "assets",
    "impor": "intake",
    "persetujuan": "approvals",
    "belum-terkirim": "outbox",
    "buku": "books",
    "sekretariat": "meetings",
    "tutup-bulan": "surplus",
    "cadangan": "backup",
    "keamanan": "safety",
}

SEVERAL_WORDS = ("ledger", "membership", "portal", "privacy", "recovery", "supervision", "witness")


def _of_cooperative():
    yield path("", views.today, name="today")
    yield path("tugas/", views.tasks, name="tasks")
    yield path("tugas/<int:task_id>/beres/", views.task_done, name="task_done")
    yield path("periksa/", views.verify, name="verify")
    yield from of_person
    for word, package in COOPERATIVE.items():
        if importlib.util.find_spec(f"lumbung.{package}.urls"):
            yield path(f"{word}/", include(f"lumbung.{package}.urls"))
    for package in SEVERAL_WORDS:
        yield path("", include(f"lumbung.{package}.urls"))


urlpatterns = [
    path("", views.home, name="home"),
    path("masuk/", Door.as_view(), name="account_login"),
    path("keluar/", LogoutView.as_view(template_name="security/sign_out.html"), name="account_logout"),
    path("masuk/", Door.as_view(), name="account_signup"),
    path("kartu/", portal.door, name="card_door"),
    path("kartu/<str:code>/", portal.enter, name="card_enter"),
    path("mulai/", views.begin, name="begin"),
    path("kode/", recovery.door, name="code_door"),
    path("program/pemulihan/", recovery.programme, name="programme_recovery"),
    path("program/pemulihan/<slug:slug>/<int:case_id>/<slug:word>/", recovery.programme_step, name="programme_step"),
    path("saksi/<slug:slug>/<str:holder>/add-checkpoint", add_checkpoint, name="add_checkpoint"),
    path("periksa/", serving.page, name="periksa"),
    path("k/<slug:slug>/", include(list(_of_cooperative()))),
    path("", include("lumbung.web.urls")),
    path("", include("lumbung.help.urls")),
    path("", include("lumbung.security.urls")),
]
handler400, handler403 = "lumbung.web.views.bad_request", "lumbung.web.views.forbidden"
handler404, handler500 = "lumbung.web.views.not_found", "lumbung.web.views.server_error"
