from django.urls import path

from lumbung.intake import views

app_name = "intake"
urlpatterns = [
    path("", views.start, name="start"),
    path("<int:upload_id>/", views.understood, name="understood"),
    path("<int:upload_id>/baris/", views.rows, name="rows"),
    path("<int:upload_id>/baris/<int:position>/", views.answer, name="answer"),
    path("<int:upload_id>/bukukan/", views.book, name="book"),
    path("<int:upload_id>/buang/", views.discard, name="discard"),
    path("hasil/<int:batch_id>/", views.result, name="result"),
    path("hasil/<int:batch_id>/batal/", views.undo, name="undo"),
    path("selisih/", views.difference, name="difference"),
]
