"""The table of duties, role by deed (reference: domain section 9). Pages, tests and the manual read it here.

A deed that is not in the table may be done by nobody.
"""

OFFICERS = frozenset({"ketua", "sekretaris", "bendahara", "kasir"})
READERS = OFFICERS | {"pengawas"}
HELPER = "pendamping"  # a facilitator for a few hours: reads what decision 0033 names, and 404 is all she meets else
HANDLERS = frozenset({"ketua", "sekretaris", "bendahara", "pengawas"})  # of the ways back in

DEEDS: dict[str, frozenset[str]] = {
    "home.see": READERS | {"anggota", HELPER},
    "members.see": READERS,
    "members.register": frozenset({"sekretaris", "bendahara", "ketua"}),
    "members.change": frozenset({"sekretaris", "bendahara"}),
    "members.identify": frozenset({"sekretaris", "bendahara", "ketua"}),  # see a NIK in full
    "members.leave": frozenset({"sekretaris", "ketua"}),
    "members.merge": frozenset({"sekretaris", "ketua"}),
    "members.export": frozenset({"ketua", "sekretaris", "bendahara", "pengawas"}),
    "members.refund": frozenset({"bendahara"}),
    "dues.see": READERS,
    "dues.receive": frozenset({"bendahara", "kasir"}),
    "dues.bill": frozenset({"bendahara"}),
    "savings.see": READERS,
    "savings.receive": frozenset({"bendahara", "kasir"}),
    "savings.pay": frozenset({"bendahara", "kasir"}),
    "savings.credit": frozenset({"bendahara"}),
    "savings.decide": frozenset({"ketua", "bendahara"}),
    "cash.see": READERS,
    "cash.receive": frozenset({"bendahara", "kasir"}),
    "cash.pay": frozenset({"bendahara", "kasir"}),
    "cash.count": frozenset({"bendahara", "kasir", "pengawas"}),
    "cash.reconcile": frozenset({"bendahara"}),
    "cash.hand_over": frozenset({"bendahara", "kasir"}),
    "cash.transfer": frozenset({"bendahara"}),
    "cash.identify": frozenset({"bendahara"}),
    "approvals.see": READERS,
    "approvals.change": frozenset({"bendahara", "kasir"}),
    "approvals.decide": frozenset({"ketua"}),
    "approvals.endorse": frozenset({"sekretaris", "pengawas"}),
    "approvals.stand_in": frozenset({"sekretaris", "bendahara"}),
    "approvals.limit": frozenset({"ketua"}),
    "ties.record": frozenset({"sekretaris"}),
    "assets.see": READERS,
    "assets.register": frozenset({"bendahara"}),
    "assets.look": frozenset({"bendahara", "sekretaris"}),
    "assets.wear": frozenset({"bendahara"}),
    "assets.hand_over": frozenset({"ketua", "sekretaris", "bendahara"}),
    "ledger.see": READERS,
    "ledger.reverse": frozenset({"bendahara"}),
    "ledger.close": frozenset({"bendahara", "ketua"}),
    "day.see": READERS,
    "day.close": frozenset({"bendahara", "kasir", "ketua"}),
    "reports.see": READERS,
    "books.see": READERS,
    "meetings.see": READERS,
    "meetings.record": frozenset({"sekretaris", "ketua", "bendahara"}),
    "meetings.guest": READERS,
    "meetings.supervise": frozenset({"pengawas", "sekretaris"}),
    "meetings.answer": frozenset({"ketua", "sekretaris"}),
    "receipts.print": READERS,
    "messages.send": frozenset({"bendahara", "kasir", "sekretaris"}),
    "messages.phrase": frozenset({"ketua", "sekretaris"}),
    "intake.read": frozenset({"bendahara", "sekretaris"}),
    "intake.post": frozenset({"bendahara"}),
    "intake.undo": frozenset({"bendahara"}),
    "verify.see": READERS | {HELPER},
    "witness.see": READERS,
    "witness.send": frozenset({"ketua", "sekretaris", "bendahara", "pengawas"}),
    "witness.choose": frozenset({"ketua", "pengawas"}),
    "witness.watch": frozenset({"ketua", "sekretaris", "pengawas"}),
    "backup.see": READERS | {HELPER},
    "backup.lost": READERS,
    "backup.make": frozenset({"ketua", "bendahara"}),
    "backup.restore": frozenset({"ketua", "bendahara"}),
    "safety.see": READERS,
    "safety.practise": READERS | {"anggota"},
    "tasks.answer": frozenset({"bendahara", "sekretaris"}),
    "outbox.see": READERS,
    "outbox.send": READERS | {"anggota"},
    "own.see": frozenset({"anggota"}) | READERS,
    "supervision.see": READERS,
    "supervision.check": frozenset({"pengawas"}),
    "supervision.answer": OFFICERS,
    "cards.print": frozenset({"sekretaris", "ketua"}),
    "suggestions.see": READERS,
    "people.see": READERS,
    "people.manage": frozenset({"ketua", "sekretaris"}),
    "recovery.see": READERS,
    "recovery.open": HANDLERS,
    "recovery.confirm": HANDLERS,
    "recovery.object": READERS,
    "helper.give": frozenset({"ketua", "sekretaris"}),
    "helper.end": READERS,
    "helper.own": frozenset({HELPER}),
    "trail.see": frozenset({"ketua", "pengawas"}),
    "suggestions.answer": frozenset({"sekretaris", "ketua"}),
    "privacy.consent": frozenset({"sekretaris", "bendahara", "ketua"}),
    "privacy.answer": frozenset({"sekretaris", "bendahara"}),
    "privacy.copy": frozenset({"sekretaris", "ketua"}),
    "privacy.erase": frozenset({"sekretaris", "ketua"}),
    "incidents.see": READERS,
    "incidents.write": frozenset({"sekretaris", "ketua"}),
    "devices.see": READERS,
    "devices.lift": READERS,
}

# What lets money out: not from a device on the day that it is new to a person.
PAYS_OUT = frozenset({"approvals.decide", "cash.pay", "savings.pay", "members.refund", "assets.register"})


CONFLICTS = (  # who watches does not act; who approves does not hold the money
    ("pengawas", OFFICERS),
    ("ketua", frozenset({"bendahara", "kasir"})),
)


def conflicting(role: str, held) -> frozenset[str]:
    """The roles among those held that nobody may have together with this one."""
    against = {other for one, others in CONFLICTS for other in others if one == role}
    against |= {one for one, others in CONFLICTS if role in others}
    return frozenset(against) & frozenset(held)


def may(roles, deed: str) -> bool:
    """Whether one of the roles has this deed."""
    return not DEEDS[deed].isdisjoint(roles)


def deeds_of(roles) -> frozenset[str]:
    """Everything that these roles together may do."""
    return frozenset(deed for deed in DEEDS if may(roles, deed))
