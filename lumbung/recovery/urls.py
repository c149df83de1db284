from django.urls import path

from lumbung.recovery import views

app_name = "recovery"
urlpatterns = [
    path("pengurus/", views.people, name="people"),
    path("pengurus/angkat/", views.appoint, name="appoint"),
    path("pengurus/<int:person_id>/<slug:role>/akhiri/", views.end_office, name="end_office"),
    path("pemulihan/", views.cases, name="cases"),
    path("pemulihan/buka/", views.open_case, name="open"),
    path("pemulihan/<int:case_id>/", views.case, name="case"),
    path("pemulihan/<int:case_id>/sahkan/", views.confirm, name="confirm"),
    path("pemulihan/<int:case_id>/keberatan/", views.object_to, name="object"),
    path("pemulihan/<int:case_id>/tarik/", views.withdraw, name="withdraw"),
    path("pemulihan/<int:case_id>/kode/", views.code, name="code"),
    path("pendamping/", views.helpers, name="helpers"),
    path("pendamping/izinkan/", views.give_help, name="give_help"),
    path("pendamping/<int:helper_id>/akhiri/", views.end_help, name="end_help"),
    path("mendampingi/", views.helping, name="helping"),
    path("jejak/", views.trail, name="trail"),
]
