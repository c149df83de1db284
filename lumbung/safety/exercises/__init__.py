from lumbung.safety.exercises.kinds import Answer, Exercise
from lumbung.safety.exercises.shelf import EXERCISES, of_month, of_word

__all__ = ["EXERCISES", "Answer", "Exercise", "of_month", "of_word"]
