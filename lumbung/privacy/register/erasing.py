"""Which columns are emptied when somebody is forgotten, and how the database knows whose a row is.

Tables that are only added to let exactly this pass (`sql.erasing`), and only for a member of whom `privacy_erasure` has
a row. The books have their own deed (`ledger.actions.erase_holder`).
"""

from typing import NamedTuple

from lumbung.sql.engine import POSTGRESQL, SQLITE

NAMED = ("member", "payee")  # in what a form said: whom it is about
GONE = "–"  # where a table insists on some word


class Emptied(NamedTuple):
    """Columns of a table, and what they say afterwards.

    blanks  column → what stands there afterwards, where something stood
    owner   `whose` in SQL, by engine: true for a row of member `e.member_id`; OLD is the row
    guard   the guard of a table that is only added to; "" for one that may be changed
    stage   "consent": emptied already when she leaves; "identity": when nothing must be kept any more
    """

    model: str
    blanks: dict
    owner: dict[str, str]
    guard: str = ""
    stage: str = "identity"


def _column(name: str) -> dict[str, str]:
    return dict.fromkeys((SQLITE, POSTGRESQL), f"e.member_id = OLD.{name}")


def _through(table: str, key: str) -> dict[str, str]:
    """By way of another row of the same cooperative that knows its member."""
    there = f"SELECT 1 FROM {table} o WHERE o.cooperative_id = OLD.cooperative_id AND o.id = OLD.{key}"  # noqa: S608
    return dict.fromkeys((SQLITE, POSTGRESQL), f"EXISTS ({there} AND o.member_id = e.member_id)")


def _said(column: str) -> dict[str, str]:
    """By what a form said of whom it is about, under one of NAMED: `{"member": 7}` or `{"member": "7"}`."""
    sqlite = [f"CAST(json_extract(OLD.{column}, '$.{key}') AS TEXT)" for key in NAMED]
    postgresql = [f"OLD.{column}::jsonb ->> '{key}'" for key in NAMED]
    return {
        SQLITE: f"CAST(e.member_id AS TEXT) IN ({', '.join(sqlite)})",
        POSTGRESQL: f"e.member_id::text IN ({', '.join(postgresql)})",
    }


EMPTIED = (
    Emptied("receipts.Message", {"phone": GONE, "text": GONE}, _column("member_id"), "message_keeps", "consent"),
    Emptied("approvals.HeirContact", {"name": GONE, "relation": GONE, "phone": ""}, _column("member_id"),
            "heir_contact_keeps", "consent"),
    Emptied("approvals.Tie", {"relation": GONE}, _column("payee"), "tie_keeps"),
    Emptied("members.Change", {"old": "", "new": "", "reason": ""}, _column("member_id"), "member_change_keeps"),
    Emptied("meetings.Suggestion", {"name": GONE, "office": "", "text": GONE, "why": GONE}, _column("member_id"),
            "suggestion_keeps"),
    Emptied("meetings.Answer", {"text": GONE, "why": GONE}, _through("meetings_suggestion", "suggestion_id"),
            "answer_keeps"),
    Emptied("meetings.Term", {"name": GONE, "gender": "", "birth_place": "", "born_on": None, "occupation": "",
                              "address": "", "why": GONE}, _column("member_id"), "term_keeps"),
    Emptied("membership.Settlement", {"heir_name": GONE, "heir_relation": ""}, _column("member_id"),
            "membership_settlement_keeps"),
    Emptied("membership.Refund", {"receiver": GONE}, _through("membership_settlement", "settlement_id"),
            "membership_refund_keeps"),
    Emptied("membership.Merge", {"reason": ""}, _column("gone_id"), "membership_merge_keeps"),
    Emptied("approvals.Draft", {"title": GONE, "memo": "", "facts": {}}, _said("facts"), "draft_keeps"),
    Emptied("outbox.Receipt", {"words": "", "body": {}, "shown": []}, _said("body"), "receipt_keeps"),
    Emptied("privacy.Consent", {"witness": GONE}, _column("member_id"), "privacy_consent_keeps"),
    Emptied("privacy.Correction", {"value": GONE, "reason": ""}, _column("member_id"), "privacy_correction_keeps"),
    Emptied("privacy.CorrectionAnswer", {"reason": GONE}, _through("privacy_correction", "correction_id"),
            "privacy_answer_keeps"),
    Emptied("cooperatives.Task", {"message": GONE, "detail": {}}, _column("subject_id")),
    Emptied("intake.BatchRow", {"mark": "", "asks": [], "said": {}}, _column("member_id")),
    Emptied("cash.Supplier", {"name": GONE, "phone": ""}, _column("member_id")),
)  # fmt: skip
