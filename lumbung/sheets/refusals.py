"""The two ways to say no: a whole file that may not come in, and one cell nobody could decide."""

_ = str  # marks a text for the translators; whoever shows it translates `message` and fills in `params`


class Unwelcome(Exception):
    """A file that is refused as a whole. `message` % `params` says in Indonesian why and what to do."""

    def __init__(self, message: str, **params: object) -> None:
        self.message, self.params = message, params
        super().__init__(message % params if params else message)


class Undecided(ValueError):
    """A cell that no careful reader could decide: it becomes a question, never a guess."""

    def __init__(self, message: str, **params: object) -> None:
        self.message, self.params = message, params
        super().__init__(message % params if params else message)


def shortened(text: str, length: int = 40) -> str:
    """A cell's text fit to be quoted in a sentence."""
    return text if len(text) <= length else text[: length - 1] + "…"
