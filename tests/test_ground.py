"""What the other tests stand on: each starts clean, on the engine it was told, with every guard in its place."""

import ast
import os
import runpy
import tomllib
from pathlib import Path

import pytest

from lumbung.security import actions
from lumbung.security.models import Event
from lumbung.sql import engine, guards


def test_the_engine_is_the_one_that_was_asked_for(db):
    wanted = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    assert engine() == wanted


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_real_commits_leave_nothing_behind_but_the_guards(time):
    assert Event.objects.count() == 0
    assert guards.missing() == []

    actions.record(cooperative_id=None, person_id=None, deed=f"test.{time}")


def test_tests_write_nothing_into_the_data_folder(db, settings):
    for place in (settings.DATABASES["default"]["NAME"], settings.STORAGES["default"]["OPTIONS"]["location"]):
        assert settings.HOME not in [place, *getattr(place, "parents", [])] or "test" in str(place)


def test_the_setup_can_be_read_by_a_python_that_is_too_old():
    """It is the file that tells its owner so, in words."""
    source = Path(__file__).parent.parent / "bin" / "setup.py"
    ast.parse(source.read_text(), feature_version=(3, 6))


def test_the_setup_writes_every_command_that_a_package_would_bring():
    root = Path(__file__).parent.parent
    scripts = tomllib.loads((root / "pyproject.toml").read_text())["project"]["scripts"]
    commands = runpy.run_path(str(root / "bin" / "setup.py"))["COMMANDS"]
    assert {name: f"{module}:main" for name, module in commands.items()} == scripts
