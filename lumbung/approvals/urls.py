from django.urls import path

from lumbung.approvals import views

app_name = "approvals"
urlpatterns = [
    path("", views.drafts, name="list"),
    path("<int:draft_id>/", views.draft, name="draft"),
    path("<int:draft_id>/foto.jpg", views.photo, name="photo"),
    path("<int:draft_id>/setuju/", views.approve, name="approve"),
    path("<int:draft_id>/benarkan/", views.endorse, name="endorse"),
    path("<int:draft_id>/mewakili/", views.stand_in, name="stand_in"),
    path("<int:draft_id>/tolak/", views.refuse, name="refuse"),
    path("<int:draft_id>/ubah/", views.change, name="change"),
    path("<int:draft_id>/tarik/", views.withdraw, name="withdraw"),
]
