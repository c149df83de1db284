"""Make a release that fits on a stick: sources, wheels, parts, two signatures. The same bytes from the same commit.

bin/bundle gather DIR      fetch the wheels of requirements/run.txt for each Python, by their hashes (needs a line)
bin/bundle list DIR        write DIR/manifest.json: every file of HEAD and every wheel with size and SHA-256
    then, each holder of a key on a machine without a line:   minisign -S -m manifest.json -x NAME.minisig
bin/bundle pack DIR A.minisig B.minisig    DIR/lumbung-VERSION.zip, if the program itself believes it
"""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bin"), str(ROOT)]

import sbom  # noqa: E402

import lumbung  # noqa: E402

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def gather(folder: Path) -> None:
    wheels = folder / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    pip = next((ROOT / "vendor").glob("pip-*.whl")) / "pip"
    for python in PYTHONS:
        platforms = [word for name in PLATFORMS for word in ("--platform", name)]
        subprocess.run(
            [sys.executable, pip, "download", "--quiet", "--require-hashes", "--only-binary", ":all:", "--no-deps",
             "--python-version", python, *platforms, "--dest", wheels,
             "--requirement", ROOT / "requirements" / "run.txt"],
            check=True,
        )  # fmt: skip


def contents(folder: Path) -> dict[str, tuple[bytes, bool]]:
    """Name in the release → its bytes, and whether it is run: HEAD, the wheels, the list of parts."""
    packed = subprocess.run(["git", "archive", "--format=tar", "HEAD"], cwd=ROOT, stdout=-1, check=True).stdout
    found = {"sbom.cdx.json": (json.dumps(sbom.sbom(), indent=1, ensure_ascii=False).encode(), False)}
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        for one in tar:
            if one.isfile():
                found[f"source/{one.name}"] = (tar.extractfile(one).read(), bool(one.mode & 0o100))
    for wheel in sorted((folder / "wheels").glob("*.whl")):
        found[f"wheels/{wheel.name}"] = (wheel.read_bytes(), False)
    return found


def manifest(parts: dict[str, tuple[bytes, bool]], version: str, released: str) -> bytes:
    """The list that is signed."""
    told = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} | ({"runs": True} if runs else {})
        for name, (data, runs) in parts.items()
    }
    listed = {"name": "lumbung", "version": version, "released": released, "files": told}
    return (json.dumps(listed, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode()


def pack(target: Path, parts: dict[str, tuple[bytes, bool]], listed: bytes, signatures: list[bytes]) -> None:
    """One zip: nothing pressed, no dates, in the order of names, so that everybody gets the same bytes."""
    signed = {f"manifest.json.{at}.minisig": (text, False) for at, text in enumerate(signatures, 1)}
    everything = {"manifest.json": (listed, False), **signed, **dict(sorted(parts.items()))}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for name, (data, runs) in everything.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system, entry.external_attr = 3, (0o100755 if runs else 0o100644) << 16
            packed.writestr(entry, data)


def main(words: list[str]) -> None:
    deed, folder, *signatures = words if len(words) >= 2 else ("", ".")
    folder = Path(folder)
    if deed == "gather":
        return gather(folder)
    if deed not in ("list", "pack"):
        sys.exit(__doc__)
    parts = contents(folder)
    listed = manifest(parts, lumbung.__version__, lumbung.__released__)
    if deed == "list":
        (folder / "manifest.json").write_bytes(listed)
        return print(f"{len(parts)} files in {folder / 'manifest.json'}; now two signatures")
    target = folder / f"lumbung-{lumbung.__version__}.zip"
    pack(target, parts, listed, [Path(one).read_bytes() for one in signatures])
    believe(target)
    return print(f"{target}: {hashlib.sha256(target.read_bytes()).hexdigest()}")


def believe(target: Path) -> None:
    """As the program that is out there will, whatever version it has."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")
    django.setup()
    from lumbung.safety import minisign, release
    from lumbung.safety.commands.update import KEYS

    release.read(target, minisign.keys(KEYS.read_text()), "0.0.0")


if __name__ == "__main__":
    main(sys.argv[1:])
