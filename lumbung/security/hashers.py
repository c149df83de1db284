from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id at 46 MiB: 0.16 s here, and a cheap laptop can take several at once (reliability, section 4)."""

    time_cost = 3
    memory_cost = 47104
    parallelism = 1
