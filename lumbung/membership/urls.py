from django.urls import path

from lumbung.membership import views

app_name = "membership"
urlpatterns = [
    path("anggota/<int:member_id>/keluar/", views.leave, name="leave"),
    path("anggota/<int:member_id>/keluar/batal/", views.take_back, name="take_back"),
    path("anggota/<int:member_id>/kembalikan/", views.pay_back, name="pay_back"),
    path("anggota/<int:member_id>/kembali/", views.rejoin, name="rejoin"),
    path("anggota/kembalikan/", views.waiting, name="waiting"),
    path("anggota/<int:member_id>/gabung/", views.other, name="other"),
    path("anggota/gabung/<int:kept>/<int:gone>/", views.merge, name="merge"),
]
