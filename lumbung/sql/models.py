"""What the tables and their guards looked like when they were made."""

from django.db import models


class Fingerprint(models.Model):
    """One row: the digest of the definition of every guarded table, written after each migration."""

    digest = models.CharField(max_length=64)
