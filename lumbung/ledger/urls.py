from django.urls import path

from lumbung.ledger import views

app_name = "ledger"
urlpatterns = [
    path("laporan/", views.index, name="reports"),
    path("laporan/buku-besar/", views.account, name="account"),
    path("laporan/buku-besar.pdf", views.account_paper, name="account_paper"),
    path("laporan/buku-besar.xlsx", views.account_sheet, name="account_sheet"),
    path("laporan/<slug:word>/", views.statement, name="statement"),
    path("laporan/<slug:word>.pdf", views.paper, name="paper"),
    path("laporan/<slug:word>.xlsx", views.sheet, name="sheet"),
    path("laporan/<slug:word>/<str:line>/", views.behind, name="behind"),
    path("jurnal/", views.journal, name="journal"),
    path("jurnal/<int:number>/", views.entry, name="entry"),
    path("jurnal/<int:number>/batal/", views.reverse, name="reverse"),
]
