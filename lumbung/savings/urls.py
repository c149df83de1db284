from django.urls import path

from lumbung.savings import views

app_name = "savings"
urlpatterns = [
    path("", views.savers, name="savers"),
    path("simpanan.xlsx", views.savers_xlsx, name="savers_xlsx"),
    path("setor/", views.deposit, name="deposit"),
    path("ambil/", views.withdraw, name="withdraw"),
    path("saldo/", views.balance, name="balance"),
    path("milik-saya/", views.mine, name="mine"),
    path("bukti/<int:number>/batal/", views.undo, name="undo"),
    path("jasa/", views.interest, name="interest"),
    path("jasa/pajak/", views.tax, name="tax"),
    path("aturan/", views.decide, name="decide"),
    path("berjangka/", views.terms, name="terms"),
    path("berjangka/baru/", views.new_term, name="new_term"),
    path("berjangka/<int:deposit_id>/", views.term, name="term"),
    path("berjangka/<int:deposit_id>/bilyet.pdf", views.certificate, name="certificate"),
    path("berjangka/<int:deposit_id>/cairkan/", views.end, name="end"),
    path("berjangka/<int:deposit_id>/jasa/", views.pay_interest, name="pay_interest"),
    path("berjangka/<int:deposit_id>/batal/", views.undo_term, name="undo_term"),
    path("<int:member_id>/", views.statement, name="statement"),
    path("<int:member_id>/rekening.pdf", views.statement_pdf, name="statement_pdf"),
]
