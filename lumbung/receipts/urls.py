from django.urls import path

from lumbung.receipts import views

app_name = "receipts"
urlpatterns = [
    path("<int:number>/", views.show, name="show"),
    path("<int:number>/cetak/", views.make, name="make"),
    path("<int:number>/<slug:word>-<int:copy>/", views.paper, name="paper"),
    path("<int:number>/<slug:word>-<int:copy>.pdf", views.paper_pdf, name="paper_pdf"),
    path("<int:number>/kuitansi.txt", views.proof, name="proof"),
    path("<int:number>/kirim/", views.send, name="send"),
    path("ingatkan/", views.reminders, name="reminders"),
    path("ingatkan/<int:member_id>/", views.remind, name="remind"),
    path("pesan/", views.messages, name="messages"),
]
