from django.urls import path

from lumbung.privacy import views

app_name = "privacy"
urlpatterns = [
    path("saya/izin/", views.own_consents, name="own_consents"),
    path("saya/izin/<slug:purpose>/", views.own_consent, name="own_consent"),
    path("saya/salinan/", views.own_copy, name="own_copy"),
    path("saya/pembetulan/", views.own_corrections, name="own_corrections"),
    path("anggota/<int:member_id>/izin/", views.consents, name="consents"),
    path("anggota/<int:member_id>/izin/<slug:purpose>/", views.record, name="record"),
    path("anggota/<int:member_id>/salinan/", views.copy, name="copy"),
    path("data-pribadi/", views.notice, name="notice"),
    path("data-pribadi/pemberitahuan.pdf", views.notice_pdf, name="notice_pdf"),
    path("data-pribadi/dokumen/<slug:word>.pdf", views.document, name="document"),
    path("data-pribadi/permintaan/", views.requests, name="requests"),
    path("data-pribadi/permintaan/izin/<int:consent_id>/", views.stop, name="stop"),
    path("data-pribadi/permintaan/betul/<int:correction_id>/", views.decide, name="decide"),
    path("data-pribadi/hapus/", views.erasable, name="erasable"),
    path("data-pribadi/hapus/<int:member_id>/", views.erase, name="erase"),
    path("insiden/", views.incidents, name="incidents"),
    path("insiden/baru/", views.new_incident, name="new_incident"),
    path("insiden/lembaga/", views.authority, name="authority"),
    path("insiden/<int:incident_id>/", views.incident, name="incident"),
    path("insiden/<int:incident_id>/surat-anggota.pdf", views.letters_pdf, name="letters_pdf"),
    path("insiden/<int:incident_id>/surat-lembaga.pdf", views.authority_pdf, name="authority_pdf"),
]
