from django.urls import path

from lumbung.backup import views

app_name = "backup"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("jalan/", views.progress, name="progress"),
    path("cadangkan/", views.make, name="make"),
    path("latihan/", views.drill, name="drill"),
    path("lembar/", views.sheets, name="sheets"),
    path("lembar/periksa/", views.confirm, name="confirm"),
    path("lembar/ganti/", views.retire, name="retire"),
    path("tempat/", views.adopt, name="adopt"),
    path("tempat/<str:place_id>/lepas/", views.remove, name="remove"),
    path("ingatkan/", views.warn, name="warn"),
    path("pulihkan/", views.restore, name="restore"),
    path("pulihkan/buka/", views.bring, name="bring"),
    path("pulihkan/pakai/", views.use, name="use"),
    path("pulihkan/batal/", views.discard, name="discard"),
    path("catat-lagi/", views.anew, name="anew"),
    path("pulih/selesai/", views.written_anew, name="written_anew"),
    path("unduh/<str:name>/", views.download, name="download"),
]
