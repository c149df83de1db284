from lumbung.approvals.views.deciding import approve, change, endorse, refuse, stand_in, withdraw
from lumbung.approvals.views.reading import draft, drafts, photo, waits

__all__ = ["approve", "change", "draft", "drafts", "endorse", "photo", "refuse", "stand_in", "waits", "withdraw"]
