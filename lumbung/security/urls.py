"""A person's own pages, and the doors: outside every cooperative, because an account is hers everywhere."""

from django.urls import path

from lumbung.security import views
from lumbung.security.views.cooling import lift_device, new_devices

of_cooperative = [
    path("perangkat-baru/", new_devices, name="new_devices"),
    path("perangkat-baru/<int:number>/benarkan/", lift_device, name="lift_device"),
]
urlpatterns = [
    path("masuk/kedua/", views.second_step, name="mfa_authenticate"),
    path("kunci/", views.lock_screen, name="lock_screen"),
    path("akun/", views.me, name="me"),
    path("akun/ulang/", views.again, name="again"),
    path("akun/kata-sandi/", views.passphrase, name="my_passphrase"),
    path("akun/pin/", views.pin, name="my_pin"),
    path("akun/kunci-kedua/", views.second_lock, name="second_lock"),
    path("akun/kunci-kedua/aplikasi/", views.add_app, name="add_app"),
    path("akun/kunci-kedua/passkey/", views.add_passkey, name="add_passkey"),
    path("akun/kunci-kedua/<int:number>/lepas/", views.remove_lock, name="remove_lock"),
    path("akun/kode-cadangan/", views.spare_codes, name="spare_codes"),
    path("akun/perangkat/", views.devices, name="my_devices"),
    path("akun/perangkat/<int:number>/keluar/", views.end_sitting, name="end_sitting"),
    path("akun/perangkat/lain/keluar/", views.end_others, name="end_others"),
    path("akun/perangkat/ini/", views.own_device, name="own_device"),
    path("akun/kabar/", views.read_notices, name="read_notices"),
]
