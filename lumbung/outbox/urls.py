from django.urls import path

from lumbung.outbox import views

app_name = "outbox"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("kirim/", views.send, name="send"),
    path("<int:receipt_id>/", views.refused, name="refused"),
]
