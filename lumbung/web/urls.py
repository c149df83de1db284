from django.urls import path

from lumbung.web import views

app_name = "web"
urlpatterns = [
    path("tampilan/bahasa/", views.language, name="language"),
    path("tampilan/tema/", views.theme, name="theme"),
    path("tampilan/terbilang/", views.spelled, name="spelled"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("tanpa-sambungan/", views.no_line, name="no_line"),
    path("gaya/", views.style, name="style"),
]
