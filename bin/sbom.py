"""What a release is made of, as CycloneDX 1.6: every locked package with its hashes, every file that others made.

bin/sbom.py > sbom.cdx.json     the same from the same sources, with no line and no clock
"""

import json
import re
import sys
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bin" / "checks"), str(ROOT)]

import supply  # noqa: E402

import lumbung  # noqa: E402

OURS = uuid.UUID("6f0cbb2e-8d8c-5c0b-9f4b-2d1a6b1d7c11")
LICENCE_ROW = re.compile(r"^\| ([^|]+) \| .+ \| ([^|]+) \|$", re.MULTILINE)


def sbom() -> dict:
    parts = [*packages("run", "required"), *files()]
    name = f"pkg:generic/lumbung@{lumbung.__version__}"
    made = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": f"{lumbung.__released__}T00:00:00Z",
            "component": {
                "type": "application", "bom-ref": name, "name": "lumbung", "version": lumbung.__version__,
                "licenses": [{"license": {"id": "Apache-2.0"}}], "purl": name,
            },
        },
        "components": parts,
        "dependencies": [{"ref": name, "dependsOn": [part["bom-ref"] for part in parts]}],
    }  # fmt: skip
    serial = uuid.uuid5(OURS, json.dumps(made, sort_keys=True))
    return {"serialNumber": f"urn:uuid:{serial}", **made}


def packages(lock: str, scope: str) -> list[dict]:
    """Each package of a lock; a hash for each of its wheels."""
    text, licences = (ROOT / "requirements" / f"{lock}.txt").read_text(), stated_licences()
    found = []
    for piece in re.split(r"\n(?=\S)", text.strip()):
        if pin := supply.PIN.match(piece):
            name, version = pin[1].lower(), pin[2]
            purl = f"pkg:pypi/{name}@{version}"
            hashes = [{"alg": "SHA-256", "content": one} for one in re.findall(r"--hash=sha256:([0-9a-f]{64})", piece)]
            told = {"licenses": [{"license": {"name": licences[name]}}]} if name in licences else {}
            found.append({"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
                          "scope": scope, "hashes": hashes, **told})  # fmt: skip
    return found


def stated_licences() -> dict[str, str]:
    """Package → licence, of those that docs/decisions/dependencies.md gives one licence for."""
    text = (ROOT / "docs" / "decisions" / "dependencies.md").read_text().split("## Vendored")[0]
    rows = [(names.strip(), licence.strip()) for names, licence in LICENCE_ROW.findall(text)]
    return {
        re.split(r"[\[ ]", name.strip())[0].lower(): licence for names, licence in rows for name in names.split(",")
    }


def files() -> list[dict]:
    """What lies in the tree and was made by others."""
    found = []
    for path, (licence, digest) in supply.recorded(ROOT).items():
        name = path.relative_to(ROOT).as_posix()
        hashes, licences = [{"alg": "SHA-256", "content": digest}], [{"license": {"name": licence}}]
        told = {"type": "file", "bom-ref": f"file:{name}", "name": name}
        found.append(told | {"hashes": hashes, "licenses": licences})
    return found


if __name__ == "__main__":
    print(json.dumps(sbom(), indent=1, ensure_ascii=False))
