"""The pages about personal data."""

from lumbung.privacy.views.asked import requests, stop
from lumbung.privacy.views.consents import consents, record
from lumbung.privacy.views.copies import copy, own_copy
from lumbung.privacy.views.corrections import decide, own_corrections
from lumbung.privacy.views.forgetting import erasable, erase
from lumbung.privacy.views.incidents import authority, authority_pdf, incident, incidents, letters_pdf, new_incident
from lumbung.privacy.views.notice import document, notice, notice_pdf
from lumbung.privacy.views.own import own_consent, own_consents

__all__ = [
    "authority",
    "authority_pdf",
    "consents",
    "copy",
    "decide",
    "document",
    "erasable",
    "erase",
    "incident",
    "incidents",
    "letters_pdf",
    "new_incident",
    "notice",
    "notice_pdf",
    "own_consent",
    "own_consents",
    "own_copy",
    "own_corrections",
    "record",
    "requests",
    "stop",
]
