from django.urls import path

from lumbung.supervision import views

app_name = "supervision"
urlpatterns = [
    path("pengawasan/", views.overview, name="overview"),
    path("pengawasan/janggal/", views.unusual, name="unusual"),
    path("pengawasan/tanda/", views.signs, name="signs"),
    path("pengawasan/tanda/<int:number>/", views.sign, name="sign"),
    path("pengawasan/kata-pengenal/", views.phrase, name="phrase"),
    path("pengawasan/harian/", views.digest, name="digest"),
    path("pengawasan/tugas/", views.duty_table, name="duties"),
    path("pengawasan/konfirmasi/", views.confirmations, name="confirmations"),
    path("pengawasan/hubungan/", views.ties, name="ties"),
    path("pengawasan/hubungan/ahli-waris/", views.heir, name="heir"),
    path("pengawasan/sampel/", views.sample, name="sample"),
    path("pengawasan/sampel/<str:week>/<int:number>/", views.judge, name="judge"),
    path("pengawasan/tanya/<int:number>/", views.ask, name="ask"),
    path("pengawasan/tindak-lanjut/", views.follow_ups, name="follow_ups"),
    path("pengawasan/tindak-lanjut/<int:finding_id>/", views.follow_up, name="follow_up"),
    path("pengawasan/laporan/", views.reports, name="reports"),
    path("pengawasan/laporan/<int:number>/", views.report, name="report"),
    path("pengawasan/laporan/<int:number>/laporan.pdf", views.report_pdf, name="report_pdf"),
]
