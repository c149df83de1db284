from django.urls import path

from lumbung.dues import views

app_name = "dues"
urlpatterns = [
    path("", views.grid, name="grid"),
    path("terima/", views.receive, name="receive"),
    path("terima/melunasi/", views.settles, name="settles"),
    path("terima/hari-ini.json", views.owed, name="owed"),
    path("tunggakan/", views.arrears, name="arrears"),
    path("kumpul/", views.collections, name="collections"),
    path("kumpul/baru/", views.open_collection, name="collect_open"),
    path("kumpul/<int:collection_id>/", views.collect, name="collect"),
    path("kumpul/<int:collection_id>/selesai/", views.close_collection, name="collect_close"),
    path("kumpul/<int:collection_id>/<int:member_id>/", views.collect_from, name="collect_from"),
    path("tagih/", views.bill, name="bill"),
    path("iuran.xlsx", views.grid_xlsx, name="grid_xlsx"),
    path("iuran.pdf", views.grid_pdf, name="grid_pdf"),
    path("<int:member_id>/", views.pay, name="pay"),
    path("<int:member_id>/pokok/", views.principal, name="principal"),
    path("<int:member_id>/kartu/", views.card, name="card"),
    path("bukti/<int:number>/", views.receipt, name="receipt"),
    path("bukti/<int:number>/batal/", views.undo, name="undo"),
]
