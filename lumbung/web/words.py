"""Messages to people: whole sentences, Indonesian first, saying what to do."""


class Count(int):
    """A number of things that reads `2.807`, as money does in either language, and still counts for plurals."""

    def __str__(self) -> str:
        return f"{int(self):,}".replace(",", ".")


class Refused(Exception):
    """A person's mistake, shown to them as it stands.

    message   Indonesian, already through gettext; may hold `%(name)s` places for params
    params    kept so that a test or a log can read the figures apart from the words
    """

    def __init__(self, message, **params):
        self.message, self.params = message, params
        super().__init__(message)

    def __str__(self) -> str:
        return str(self.message) % self.params if self.params else str(self.message)
