"""The `lumbung` command: one line a command here, each with its own `--help` in its package or in `site/commands`."""

import argparse
import importlib
import os
import sys

COMMANDS = {  # name → module with `arguments(parser)` and `run(options) -> exit code`
    "demo": "lumbung.demo.command",
    "serve": "lumbung.site.commands.serve",
    "setup": "lumbung.site.commands.setup",
    "intake": "lumbung.intake.command",
    "report": "lumbung.site.commands.report",
    "cooperatives": "lumbung.site.commands.cooperatives",
    "verify": "lumbung.site.commands.verify",
    "backup": "lumbung.backup.commands.backup",
    "restore": "lumbung.backup.commands.restore",
    "drill": "lumbung.backup.commands.drill",
    "update": "lumbung.safety.commands.update",
    "receipt": "lumbung.site.commands.receipt",
    "policy": "lumbung.site.commands.policy",
    "tiles": "lumbung.site.commands.tiles",
    "key": "lumbung.site.commands.key",
    "vault": "lumbung.site.commands.vault",
    "witness": "lumbung.site.commands.witness",
    "forget": "lumbung.site.commands.forget",
    "doctor": "lumbung.site.commands.doctor",
    "migrate": "lumbung.site.commands.migrate",
}


def main(words: list[str] | None = None) -> int:
    """Run one command; a person's mistake is a sentence on stderr and exit code 2, a failed check is 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")
    words = sys.argv[1:] if words is None else words
    parser = argparse.ArgumentParser(
        prog="lumbung", description="Pembukuan koperasi desa. Books of village cooperatives."
    )
    choices = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = words[0] if words and words[0] in COMMANDS else None
    if chosen:
        _prepare()
    for name, module in COMMANDS.items():
        sub = choices.add_parser(name, help=HELP[name], description=HELP[name])
        if name == chosen:
            importlib.import_module(module).arguments(sub)
    options = parser.parse_args(words)
    return _run(COMMANDS[options.command], options)


def _prepare() -> None:
    """Before a command is imported: its models need the settings, and the settings choose the safe SQLite."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    from lumbung.sql.safe import UnsafeSQLite

    try:
        django.setup()
    except (ImproperlyConfigured, UnsafeSQLite) as error:
        sys.exit(str(error))


def _run(module: str, options) -> int:
    from lumbung.site.commands.vault import unlock
    from lumbung.web.words import Refused

    try:
        unlock()
        return importlib.import_module(module).run(options) or 0
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


HELP = {
    "demo": "build the pilot of Malang and serve it",
    "serve": "serve this installation on a local address",
    "setup": "print the code with which the first person begins",
    "intake": "read a treasurer's workbook: members, dues, cash or bank",
    "report": "print a statement or a book",
    "cooperatives": "list the cooperatives of this installation",
    "verify": "recompute everything from the rows and name what is wrong",
    "backup": "copy everything, prove the copy, seal it, write it to the sticks",
    "restore": "bring a copy back; refuses an older one unless told",
    "drill": "try a restore, and print how long it takes and what would be lost",
    "update": "take a new version from a file, if two keys signed it and it is newer",
    "receipt": "print the proof that an entry is in the signed book",
    "witness": "ask the witnesses of a book, or be one for others",
    "policy": "print the keys by which proofs of a cooperative are checked",
    "tiles": "write a book's proof log as static files that a stranger's tool can audit",
    "key": "show the keys of a cooperative's log, or let new ones take over",
    "vault": "list, replace or move the keys of personal data, or bring them back from a sheet",
    "forget": "erase what is somebody's, of a member who has left; or list who may be forgotten",
    "doctor": "say what is wrong with this machine or installation",
    "migrate": "make or renew the tables and their guards",
}

if __name__ == "__main__":
    sys.exit(main())
