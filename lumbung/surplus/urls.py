from django.urls import path

from lumbung.surplus import views

app_name = "surplus"
urlpatterns = [
    path("", views.month, name="month"),
    path("iuran/", views.look_at_dues, name="look_at_dues"),
    path("tutup/", views.close, name="close"),
    path("buka/", views.reopen, name="reopen"),
    path("buka/<int:reopening_id>/", views.answer, name="answer"),
]
