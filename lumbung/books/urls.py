from django.urls import path

from lumbung.books import views

app_name = "books"
urlpatterns = [
    path("", views.index, name="index"),
    path("pilihan.pdf", views.many, name="many"),
    path("<slug:key>/", views.one, name="one"),
    path("<slug:key>.pdf", views.one_pdf, name="pdf"),
    path("<slug:key>.xlsx", views.one_xlsx, name="xlsx"),
]
