"""Keys and signatures in minisign's format, made here as minisign makes them, and small releases to sign."""

import base64
import hashlib
import importlib.util
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lumbung.safety.minisign import Key

ROOT = Path(__file__).resolve().parents[3]
PARTS = {
    "source/bin/setup.py": (b"print('dipasang')\n", True),
    "source/lumbung/__init__.py": (b'__version__ = "9.9.9"\n', False),
    "wheels/satu-1.0-py3-none-any.whl": (b"roda" * 50, False),
    "sbom.cdx.json": (b"{}", False),
}


def bundle():
    """bin/bundle.py, which makes releases."""
    spec = importlib.util.spec_from_file_location("bundle", ROOT / "bin" / "bundle.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Holder:
    """Somebody with a key."""

    def __init__(self, seed: int):
        self.secret, self.name = Ed25519PrivateKey.from_private_bytes(bytes([seed] * 32)), bytes([seed] * 8)
        self.key = Key(self.name, self.secret.public_key().public_bytes_raw())
        self.line = base64.b64encode(b"Ed" + self.name + self.key.public).decode()

    def signs(self, message: bytes, said="lumbung") -> bytes:
        signature = self.secret.sign(hashlib.blake2b(message, digest_size=64).digest())
        seal = self.secret.sign(signature + said.encode())
        first = base64.b64encode(b"ED" + self.name + signature).decode()
        lines = ["untrusted comment: x", first, f"trusted comment: {said}", base64.b64encode(seal).decode()]
        return ("\n".join(lines) + "\n").encode()
