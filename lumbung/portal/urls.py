from django.urls import path

from lumbung.portal import views

app_name = "portal"
urlpatterns = [
    path("saya/", views.home, name="home"),
    path("saya/riwayat/", views.history, name="history"),
    path("saya/bukti/<int:number>/", views.receipt, name="receipt"),
    path("saya/bukti/<int:number>/kuitansi.txt", views.proof, name="proof"),
    path("saya/data/", views.data, name="data"),
    path("saya/data/serumah/", views.household, name="household"),
    path("saya/saran/", views.suggest, name="suggest"),
    path("saran/", views.box, name="box"),
    path("saran/<int:row_id>/", views.answer, name="answer"),
    path("anggota/<int:member_id>/kartu/", views.card, name="card"),
]
