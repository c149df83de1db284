"""Lines of the log that a helper can find by the code that a person reads out."""

import logging
import re

SECRET_IN = re.compile(r"(/kartu/)[^/\s]+")  # an address with a secret in it: whoever has it may come in


class WithCode(logging.Filter):
    """`code` of the request that a line is about; a dash for lines about nothing asked. No key to a door."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.code = getattr(getattr(record, "request", None), "code", "-")
        if isinstance(record.args, tuple):
            record.args = tuple(SECRET_IN.sub(r"\1…", each) if isinstance(each, str) else each for each in record.args)
        return True
