"""Run the gates one after the other and show what each that fails has to say.

bin/check [NAME …]
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
TOOLS = Path(PYTHON).parent

GATES = {
    "format": [TOOLS / "ruff", "format", "--check", "--output-format", "concise", "."],
    "lint": [TOOLS / "ruff", "check", "--output-format", "concise", "."],
    "layers": [TOOLS / "lint-imports", "--no-logo", "--no-cache"],
    "architecture": [PYTHON, "-m", "pytest", "-q", "tests/test_architecture.py", "tests/test_tidy.py"],
    "migrations": [PYTHON, "bin/checks/migrations.py"],
    "templates": [PYTHON, "bin/checks/templates.py"],
    "translations": [PYTHON, "bin/checks/translations.py"],
    "supply": [PYTHON, "bin/checks/supply.py"],
    "outside": [PYTHON, "bin/checks/outside.py"],
    "periksa": [PYTHON, "bin/periksa.py", "--check"],
}


def main(names):
    unknown = set(names) - GATES.keys()
    if unknown:
        sys.exit(f"no such gate: {', '.join(sorted(unknown))}; there are: {', '.join(GATES)}")
    failed = [name for name in GATES if (not names or name in names) and not passes(name)]
    if failed:
        sys.exit(f"\nbin/check: {', '.join(failed)} failed")


def passes(name):
    started = time.monotonic()
    done = subprocess.run(GATES[name], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    sign = "FAILED" if done.returncode else "ok"
    print(f"{sign:6} {name:14} {time.monotonic() - started:5.1f} s", flush=True)
    if done.returncode:
        print("       " + done.stdout.rstrip().replace("\n", "\n       "), flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
