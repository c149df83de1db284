from django.urls import path

from lumbung.assets import views

app_name = "assets"
urlpatterns = [
    path("", views.book, name="book"),
    path("baru/", views.register, name="register"),
    path("penyusutan/", views.wear, name="wear"),
    path("serah-terima/", views.handovers, name="handovers"),
    path("serah-terima/baru/", views.hand_over, name="hand_over"),
    path("serah-terima/<int:handover_id>/bast.pdf", views.handover_pdf, name="handover_pdf"),
    path("foto/<int:photo_id>.jpg", views.photo, name="photo"),
    path("<int:item_id>/", views.item, name="item"),
    path("<int:item_id>/periksa/", views.look, name="look"),
    path("<int:item_id>/foto/", views.add_photo, name="add_photo"),
    path("<int:item_id>/keluar/", views.depart, name="depart"),
    path("<int:item_id>/keluar/batal/", views.undo_departure, name="undo_departure"),
]
