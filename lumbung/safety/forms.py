"""The three answers of an exercise."""

from lumbung.safety.exercises import Exercise
from lumbung.web import fields


class AnswerForm(fields.Form):
    """One of three."""

    answer = fields.OneOfField(label="", choices=())
    request_id = fields.RequestIdField()

    def __init__(self, *args, exercise: Exercise, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [(str(at), answer.words) for at, answer in enumerate(exercise.answers, 1)]

    def clean_answer(self) -> int:
        return int(self.cleaned_data["answer"])
