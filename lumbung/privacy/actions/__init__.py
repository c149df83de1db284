"""What is done about personal data: consents, corrections, copies, forgetting, incidents."""

from lumbung.privacy.actions.consents import consent, stopped
from lumbung.privacy.actions.copying import copied
from lumbung.privacy.actions.correcting import answer, ask
from lumbung.privacy.actions.forgetting import forget, release
from lumbung.privacy.actions.incidents import report, step

__all__ = ["answer", "ask", "consent", "copied", "forget", "release", "report", "step", "stopped"]
