"""What is asked of whoever writes for the cooperative."""

from lumbung.meetings.forms.base import KeptForm
from lumbung.meetings.forms.meeting import MeetingForm, MembersMeetingForm
from lumbung.meetings.forms.people import EmployeeForm, EndForm, GuestForm, OfficerForm, SupervisorForm, VisitForm
from lumbung.meetings.forms.saying import (
    AdviceForm,
    AnswerForm,
    IncidentForm,
    LetterForm,
    SuggestionForm,
    SupervisionForm,
)

__all__ = [
    "AdviceForm",
    "AnswerForm",
    "EmployeeForm",
    "EndForm",
    "GuestForm",
    "IncidentForm",
    "KeptForm",
    "LetterForm",
    "MeetingForm",
    "MembersMeetingForm",
    "OfficerForm",
    "SuggestionForm",
    "SupervisionForm",
    "SupervisorForm",
    "VisitForm",
]
