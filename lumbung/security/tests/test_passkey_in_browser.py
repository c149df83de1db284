"""A passkey in Chromium, with its virtual authenticator: made, used at the door, worthless for another address."""

import json

import pytest
from django.test import RequestFactory

from lumbung.security import passkeys
from lumbung.security.models import Person
from lumbung.security.tests.conftest import PHRASE, Office
from lumbung.web.words import Refused


@pytest.fixture
def office(transactional_db, day, real_sittings):
    return Office(day)


@pytest.fixture
def here(page, live_server):
    """Passkeys belong to a name, never to a bare number: http://localhost, as `lumbung serve` prints it."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True,
               "hasResidentKey": True, "automaticPresenceSimulation": True}  # fmt: skip
    line.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return live_server.url.replace("127.0.0.1", "localhost")


def knock(page, here):
    page.goto(f"{here}/masuk/")
    page.fill("[name=login]", "bendahara")
    page.fill("[name=password]", PHRASE)
    page.click("button.main")


def test_a_passkey_is_put_on_and_opens_the_door(page, here, office, axe):
    knock(page, here)
    page.wait_for_url("**/akun/kunci-kedua/**")  # an officer without a second lock
    assert axe(page) == []
    page.click("a[href='/akun/kunci-kedua/passkey/']")
    page.fill("[name=name]", "Laptop kantor")
    page.click("button.main:has-text('Buat passkey')")
    page.wait_for_url("**/akun/kode-cadangan/")

    page.goto(f"{here}/k/karbes/kas/")
    page.keyboard.press("k")  # no PIN yet: the lock is a sign-out
    page.wait_for_url("**/masuk/")
    page.go_back()
    page.wait_for_url("**/masuk/**")  # nothing of the books is left behind the door

    knock(page, here)
    page.wait_for_url("**/masuk/kedua/")
    page.click("button:has-text('Pakai passkey')")
    page.wait_for_url("**/k/karbes/")

    page.clock.install()
    page.goto(f"{here}/k/karbes/kas/keluar/atk-cetak-fotokopi/")
    page.fill("[name=memo]", "Kertas")  # a half-filled form does not keep the screen open
    page.clock.fast_forward(16 * 60 * 1000)
    page.wait_for_url("**/masuk/")


def test_what_was_signed_for_another_address_opens_nothing(page, here, office, settings):
    """Our server refuses an answer made elsewhere, and the browser makes none for a name that is not its own."""
    settings.ALLOWED_HOSTS = ["*"]
    knock(page, here)
    page.wait_for_url("**/akun/kunci-kedua/**")
    page.goto(f"{here}/akun/kunci-kedua/passkey/")
    page.click("button.main:has-text('Buat passkey')")
    page.wait_for_url("**/akun/kode-cadangan/")

    person, sign = Person.objects.get(login_name="bendahara"), _signer(page)
    port = here.rpartition(":")[2]
    for host, opens in ((f"localhost:{port}", True), ("localhost:1", False), ("lumbung.example", False)):
        request = RequestFactory().get("/", headers={"Host": host})
        request.session = {}
        options = json.loads(passkeys.challenge(request, person))
        options["publicKey"]["rpId"] = "localhost"
        if opens:
            assert passkeys.shown(request, person, sign(options)).data["name"].startswith("Passkey")
        else:
            with pytest.raises(Refused, match="tidak cocok"):
                passkeys.shown(request, person, sign(options))
    assert (
        page.evaluate("""() => {
          const publicKey = {challenge: new Uint8Array(32), rpId: 'lumbung.example'};
          return navigator.credentials.get({publicKey}).then(() => 'signed', error => error.name);
        }""")
        == "SecurityError"
    )


def _signer(page):
    """Let the page's own script sign a challenge, as it would at the door."""
    script = """async (options) => {
      document.body.innerHTML =
        '<form data-passkey="get"><p data-passkey-failed hidden></p><input name="credential"></form>';
      const form = document.querySelector('form');
      form.dataset.options = JSON.stringify(options);
      const signed = new Promise((done) => { form.submit = () => done(form.elements.credential.value); });
      form.insertAdjacentHTML('beforeend', '<button type="button" data-passkey-go hidden>x</button>');
      await import("/static/security/passkey.js?" + Math.random());
      form.querySelector('button').click();
      return signed;
    }"""
    return lambda options: page.evaluate(script, options)
