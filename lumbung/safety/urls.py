from django.urls import path

from lumbung.safety import views

app_name = "safety"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("latihan/", views.practise, name="practise"),
    path("latihan/semua/", views.library, name="library"),
    path("latihan/<slug:word>/", views.one, name="one"),
]
