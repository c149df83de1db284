"""The pages of a farewell as each role meets them."""

from uuid import uuid4

from lumbung import money


def test_the_account_stands_in_words_before_anything_is_done(enrol, browser_of):
    siti = enrol("Siti", wajib=20_000)
    chair, treasurer = browser_of("ketua"), browser_of("bendahara")
    at = f"/k/karbes/anggota/{siti.id}/"
    html = chair.get(f"{at}keluar/").content.decode()
    assert "Simpanan Pokok" in html and "120.000" in html and "1 bulan iuran (Rp20.000) tidak pernah disetor" in html

    form = {"on": "20/3/2026", "reason": "pindah", "seen": str(money.rp(120_000)), "request_id": str(uuid4())}
    assert treasurer.post(f"{at}keluar/", form).status_code == 403, "who pays does not decide"
    stale = chair.post(f"{at}keluar/", {**form, "seen": "1"})
    assert stale.status_code == 422 and f'value="{money.rp(120_000)}"' in stale.content.decode()
    assert chair.post(f"{at}keluar/", form).status_code == 302
    assert "Menunggu dikembalikan" in chair.get(at).content.decode()
    assert "1 anggota keluar menunggu simpanannya" in treasurer.get("/k/karbes/").content.decode()
    assert "120.000" in treasurer.get("/k/karbes/anggota/kembalikan/").content.decode()
    assert chair.get(f"{at}kembalikan/").status_code == 403
