"""One line for each page; all stand under the cooperative's address."""

from django.urls import path

from lumbung.witness.views import asking, day, watching

app_name = "witness"
urlpatterns = [
    path("tutup-hari/", day.day, name="day"),
    path("tutup-hari/tutup/", day.close, name="close_day"),
    path("tutup-hari/<int:size>/kepala.txt", day.head_file, name="head_file"),
    path("saksi/", asking.witnesses, name="witnesses"),
    path("saksi/tambah/", asking.add, name="add"),
    path("saksi/kirim/", asking.send, name="send"),
    path("saksi/<int:witness_id>/", asking.one, name="one"),
    path("saksi/<int:witness_id>/permintaan.txt", asking.request_file, name="request_file"),
    path("saksi/<int:witness_id>/jawaban/", asking.take, name="take"),
    path("saksi/<int:witness_id>/alamat/", asking.address, name="address"),
    path("saksi/<int:witness_id>/akhiri/", asking.end, name="end"),
    path("menjadi-saksi/", watching.door, name="door"),
    path("menjadi-saksi/<str:holder>/", watching.overview, name="watching"),
    path("menjadi-saksi/<str:holder>/mulai/", watching.begin, name="begin"),
    path("menjadi-saksi/<str:holder>/tambah/", watching.watch, name="watch"),
    path("menjadi-saksi/<str:holder>/jawab/", watching.answer, name="answer"),
    path("menjadi-saksi/<str:holder>/pensiun/", watching.retire, name="retire"),
    path("menjadi-saksi/<str:holder>/bukti/<int:refusal_id>/", watching.evidence, name="evidence"),
    path("menjadi-saksi/<str:holder>/bukti/<int:refusal_id>/bukti.txt", watching.evidence_file, name="evidence_file"),
]
