"""The cooperative and the people of the site's own tests, and a home that nobody has prepared."""

import pytest

from lumbung.site.tests.conftest import coop, signed_in  # noqa: F401 - fixtures


@pytest.fixture
def home(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    monkeypatch.setattr("lumbung.backup.places._mounted", list)
    return tmp_path
