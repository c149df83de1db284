"""One cooperative with a book, and people at their keyboards."""

from lumbung.site.tests.conftest import coop, signed_in  # noqa: F401 - fixtures
