"""Lines of the log that a helper can find by the code that a person reads out."""

import logging


class WithCode(logging.Filter):
    """`code` of the request that a line is about; a dash for lines about nothing asked."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.code = getattr(getattr(record, "request", None), "code", "-")
        return True
