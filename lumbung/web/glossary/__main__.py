"""Writes docs/glossary.md: `DJANGO_SETTINGS_MODULE=lumbung.site.settings python -m lumbung.web.glossary`."""

from pathlib import Path

import django

from lumbung.web import glossary

django.setup()
(Path(__file__).parents[3] / "docs" / "glossary.md").write_text(glossary.as_markdown())
