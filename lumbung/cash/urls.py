from django.urls import path

from lumbung.cash import views

app_name = "cash"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("masuk/", views.incoming, name="incoming"),
    path("masuk/<slug:kind>/", views.receive, name="receive"),
    path("keluar/", views.outgoing, name="outgoing"),
    path("keluar/<slug:kind>/", views.pay, name="pay"),
    path("pindah/", views.move, name="move"),
    path("panjar/", views.advances, name="advances"),
    path("panjar/beri/", views.give_advance, name="give"),
    path("panjar/<int:advance_id>/", views.settle_advance, name="settle"),
    path("talangan/", views.paid_for_us, name="paid_for_us"),
    path("belum-jelas/", views.unidentified, name="unidentified"),
    path("belum-jelas/<int:receipt_id>/", views.identify, name="identify"),
    path("titip-jual/", views.suppliers, name="suppliers"),
    path("titip-jual/tambah/", views.add_supplier, name="add_supplier"),
    path("tempat/", views.open_place, name="places"),
    path("hitung/", views.counts, name="counts"),
    path("hitung/<int:place_id>/", views.count, name="count"),
    path("hitung/<int:place_id>/serah/", views.hand_over, name="hand_over"),
    path("hitung/hasil/<int:count_id>/", views.counted, name="counted"),
    path("hitung/hasil/<int:count_id>/jawab/", views.answer_offer, name="answer_offer"),
    path("hitung/hasil/<int:count_id>/berita-acara.pdf", views.count_paper_pdf, name="count_paper"),
    path("buku/", views.book, name="book"),
    path("buku/excel/", views.book_sheet, name="book_sheet"),
    path("buku/pdf/", views.book_paper, name="book_paper"),
    path("bukti/<int:number>/", views.entry, name="entry"),
    path("bukti/<int:number>/foto/", views.add_slip, name="add_slip"),
    path("foto/<int:slip_id>.jpg", views.slip, name="slip"),
]
