"""The keys of NIK and papers: list them, replace them, keep the master key elsewhere, bring it back from the sheets."""

import getpass
import json
import os
import sys

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung.backup import escrow
from lumbung.backup.commands.restore import key_arguments, secrets_of
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.site.readiness import refuse_unless_tables
from lumbung.vault import actions, keeping, reports
from lumbung.web.words import Refused


def arguments(parser) -> None:
    parser.add_argument("--new-keys", action="store_true", help="new data keys; everything is sealed anew with them")
    parser.add_argument("--new-master", action="store_true", help="a new master key; the data keys are wrapped anew")
    parser.add_argument("--keep-in", choices=(keeping.FILE, keeping.KEYRING, keeping.PASSPHRASE),
                        help="where the master key lies from now on")  # fmt: skip
    parser.add_argument("--from-sheet", action="store_true", help="bring the master key back from a recovery sheet")
    key_arguments(parser)
    parser.add_argument("--json", action="store_true", help="for machines")


def run(options) -> int:
    refuse_unless_tables()
    if options.from_sheet:
        _from_sheet(options.key)
    if options.new_master:
        _new_master(options.keep_in)
    elif options.keep_in:
        actions.keep_in(where=options.keep_in, passphrase=_said(options.keep_in))
    if options.new_keys:
        print(_("%(count)s data dan berkas disandi ulang.") % {"count": actions.reseal()}, file=sys.stderr)
    print(json.dumps(inventory(), indent=2) if options.json else _as_text(inventory()))
    return 0


def inventory() -> dict:
    """Every key that seals personal data, without any of them: what it is, where it lies, since when."""
    found = reports.facts()
    if found is None:
        return {"master": None, "keys": []}
    told = {"id": found.master, "kept_in": found.where or None, "since": found.since.isoformat()}
    return {"master": told | {"escrowed": escrow.is_kept()}, "keys": list(_data_keys())}


def _data_keys():
    for cooperative in Cooperative.objects.order_by("slug"):
        with acting_for(cooperative.id):
            for key in reports.data_keys(cooperative.id):
                retired = key.retired_at.isoformat() if key.retired_at else None
                yield {"cooperative": cooperative.slug, "id": key.id, "master": key.master,
                       "since": key.made_at.isoformat(), "retired": retired}  # fmt: skip


def _as_text(told: dict) -> str:
    if told["master"] is None:
        return _("Belum ada kunci data pribadi.")
    master, words = told["master"], []
    where = master["kept_in"] or _("tidak ada di komputer ini")
    escrowed = _("ada salinannya di lembar pemulihan") if master["escrowed"] else _("tanpa salinan di lembar pemulihan")
    words.append(f"{master['since'][:10]}  {_('kunci induk')} {master['id']}  {where}, {escrowed}")
    for key in told["keys"]:
        state = _("diganti %s") % key["retired"][:10] if key["retired"] else _("dipakai")
        words.append(f"{key['since'][:10]}  {key['cooperative']}  {key['id']}  {state}")
    return "\n".join(words)


def _new_master(where: str | None) -> None:
    old = actions.new_master(where=where or "", passphrase=_said(where))
    escrow.renew()
    keeping.take_away(old)


def _from_sheet(given: list[str]) -> None:
    """Raises  Refused: no escrow here, or the sheet does not open it"""
    escrowed = escrow.opened(settings.HOME, secrets_of(given))
    if not escrowed:
        raise Refused(_("Lembar itu tidak membuka kunci data pribadi di sini. Periksa nomor lembarnya."))
    for secret in escrowed:
        keeping.put(secret)


def _said(where: str | None) -> str:
    """The passphrase, from $LUMBUNG_PASSPHRASE or the keyboard, twice; "" where none is needed."""
    if where != keeping.PASSPHRASE:
        return ""
    if said := os.environ.get(keeping.SAID):
        return said
    if not sys.stdin.isatty():
        raise Refused(_("Setel LUMBUNG_PASSPHRASE, atau jalankan perintah ini di depan papan ketik."))
    first, second = (getpass.getpass(_("Kalimat sandi pembuka: ")) for _time in range(2))
    if first != second:
        raise Refused(_("Kedua kalimat sandi berbeda. Ulangi."))
    return first


def unlock() -> None:
    """At a start: ask for the passphrase when the master key lies under one, and hand the key on to our own programs.

    Raises  Refused: another passphrase
    """
    kept = sorted((settings.HOME / "kunci").glob("*.json"))
    for file in kept:
        said = os.environ.get(keeping.SAID) or (sys.stdin.isatty() and getpass.getpass(_("Kalimat sandi pembuka: ")))
        if said and keeping.look(file.stem) is None:
            keeping.unlock(file.stem, said)
    if kept:
        os.environ |= keeping.handed_on()
