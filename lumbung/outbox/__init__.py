"""What was written down without a line and arrives later: one receipt for each item, the same answer to each repeat.

Yang dicatat tanpa sambungan dan menyusul: satu tanda terima untuk tiap catatan, jawaban yang sama bila terkirim ulang.

A package says in its `apps.py` which of its deeds can be recorded without a line (`kinds.register`) and which of its
pages must open then (`kinds.keep`); its template marks the form with `{% offline "dues.pay" %}`. The device's half lies
in `web/static/web/outbox/`. See docs/decisions/0024-one-outbox.md.
"""
