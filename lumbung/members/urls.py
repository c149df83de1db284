from django.urls import path

from lumbung.members import views

app_name = "members"
urlpatterns = [
    path("", views.members, name="list"),
    path("baru/", views.new, name="new"),
    path("cari/", views.search, name="search"),
    path("mirip/", views.duplicates, name="duplicates"),
    path("<int:member_id>/", views.one, name="detail"),
    path("<int:member_id>/nik/", views.identify, name="identify"),
    path("<int:member_id>/ubah/", views.correct, name="correct"),
    path("<int:member_id>/keadaan/", views.standing, name="standing"),
]
