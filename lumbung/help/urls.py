from django.urls import path

from lumbung.help import views

app_name = "help"
urlpatterns = [
    path("panduan/", views.index, name="index"),
    path("panduan/gambar/<slug:name>.png", views.picture, name="picture"),
    path("panduan/<slug:word>/", views.guide, name="guide"),
    path("istilah/", views.terms, name="terms"),
    path("tur/selesai/", views.tour_done, name="tour_done"),
]
