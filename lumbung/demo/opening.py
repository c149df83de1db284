"""What an older cooperative brings along: each member's savings, the money, and where the rest of it lies."""

from datetime import date, timedelta

from lumbung.demo.deeds import BANK, KAS, months_from, next_month
from lumbung.demo.membership import Joiner
from lumbung.demo.pilot import Profile
from lumbung.demo.writer import Writer
from lumbung.dues import actions as dues
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import Place
from lumbung.members.models import Member
from lumbung.money import rp

EQUIPMENT, ELSEWHERE, RESERVE = Place("121500"), Place("123100"), Place("340000")
MONTHS_AT_MOST = 24  # older dues were paid back when the savings were last settled


def bring_in(writer: Writer, profile: Profile) -> None:
    """Post the opening balances on the day before the first month, so that the clearing account is nil."""
    day = writer.life.start - timedelta(days=1)
    old = [(member, joiner) for member, joiner in zip(writer.members, writer.life.everyone, strict=False)]
    openings = [_opening(writer, profile, member, joiner, day) for member, joiner in old]
    dues.open_many(cooperative_id=writer.id, openings=openings, on=day, by=writer.by)
    claims = sum(one.principal + one.dues for one in openings)
    reserve = claims // 12 // rp(1_000) * rp(1_000)
    assets = {
        writer.spot(KAS): writer.life.brought[KAS],
        writer.spot(BANK): writer.life.brought.get(BANK, 0),
        EQUIPMENT: rp(1_500_000),
    }
    assets = {place: amount for place, amount in assets.items() if amount}
    assets[ELSEWHERE] = claims + reserve - sum(assets.values())
    if assets[ELSEWHERE] < 0:
        reserve, assets[ELSEWHERE] = reserve - assets[ELSEWHERE], 0
    _post(writer, day, assets, reserve)


def _opening(writer: Writer, profile: Profile, member: Member, joiner: Joiner, day: date) -> dues.Opening:
    """The months that the old book shows as paid, at the rate of today; later ones are owed."""
    months = months_from(joiner.joined_on, joiner.paid_until)[-MONTHS_AT_MOST:]
    since = next_month(joiner.paid_until).isoformat()[:7]
    return dues.Opening(
        member, rp(profile.pokok), rp(profile.wajib[0]) * len(months), {}, writer.request(), since=since
    )


WORDS = {ELSEWHERE: "Saldo awal simpanan di Puskop", EQUIPMENT: "Saldo awal inventaris kantor"}


def _post(writer: Writer, day: date, assets: dict[Place, int], reserve: int) -> None:
    facts = {"on": day, "by": writer.by}
    drafts = [
        ledger.draft_event(
            "opening.asset", amount=amount, account=place, request_id=writer.request(),
            memo=WORDS.get(place, "Saldo awal kas dan bank"), **facts,
        )
        for place, amount in assets.items() if amount
    ]  # fmt: skip
    if reserve:
        drafts.append(
            ledger.draft_event(
                "opening.claim", amount=reserve, account=RESERVE, request_id=writer.request(),
                memo="Saldo awal cadangan umum", **facts,
            )
        )  # fmt: skip
    ledger.post(writer.id, drafts)
