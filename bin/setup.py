"""Make .venv, put the locked packages and the commands in it. Only the standard library.

    python3 bin/setup.py [run|test]

A second call finds its stamp and does nothing. pip comes from vendor/, because the python3 of a bare Debian or
Ubuntu has neither pip nor ensurepip. This file must parse on old Pythons too: it is the one that says so.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
OLDEST = (3, 11)
NEWEST = (3, 13)
CANDIDATES = ("python3.13", "python3.12", "python3.11", "python3")

COMMAND = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from {module} import main

sys.argv[0] = "{name}"
sys.exit(main())
"""
COMMANDS = {"lumbung": "lumbung.site.cli", "lumbung-periksa": "lumbung_periksa"}  # as in pyproject.toml

TOO_OLD = """Lumbung needs Python {oldest} to {newest}; this is Python {found}, and no other was found.
Debian, Ubuntu:  sudo apt install python3
Others:          https://www.python.org/downloads/
Then run the same command again."""

NO_INSTALL = """The packages could not be installed (see the lines above).
Most often the line to the internet was cut: run the same command again, it goes on where it stopped."""


def main(arguments):
    wanted = arguments[0] if arguments else "run"
    if wanted not in ("run", "test"):
        sys.exit("usage: python3 bin/setup.py [run|test]")
    if os.name == "nt":
        sys.exit("On Windows, run Lumbung inside WSL (Ubuntu): https://learn.microsoft.com/windows/wsl/install")
    use_a_fitting_python()
    if not is_ready(wanted):
        make_environment()
        install(wanted)
        write_commands()
        stamp(wanted)
    compile_translations()


def use_a_fitting_python():
    """Go on under another python of PATH when this one is too old or newer than what is tested."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for name in CANDIDATES:
        found = shutil.which(name)
        if found and OLDEST <= version_of(found) <= NEWEST:
            os.execv(found, [found, os.path.abspath(__file__)] + sys.argv[1:])
    if sys.version_info[:2] < OLDEST:
        sys.exit(TOO_OLD.format(oldest=dotted(OLDEST), newest=dotted(NEWEST), found=dotted(sys.version_info[:3])))
    print("Python %s is newer than what Lumbung is tested with; going on." % dotted(sys.version_info[:2]))


def version_of(python):
    """(major, minor) of another interpreter; (0, 0) when it does not run (a pyenv shim without its version)."""
    asked = subprocess.run(
        [python, "-c", "import sys; print(*sys.version_info[:2])"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return tuple(int(part) for part in asked.stdout.split()) if asked.returncode == 0 else (0, 0)


def dotted(version):
    return ".".join(str(part) for part in version)


def lock(wanted):
    return os.path.join(ROOT, "requirements", wanted + ".txt")


def stamp_of(wanted):
    return os.path.join(VENV, "lumbung-%s.stamp" % wanted)


def state(wanted):
    """What the stamp records: the lock, where the checkout lies, and this file (it writes the commands)."""
    digest = hashlib.sha256(ROOT.encode())
    for path in (lock(wanted), os.path.abspath(__file__)):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_ready(wanted):
    """Is what is wanted installed? Tests include all that running needs, but each has its own lock and stamp."""
    if not os.path.exists(PYTHON):
        return False
    return any(read(stamp_of(name)) == state(name) for name in {wanted, "test"})


def read(path):
    if not os.path.exists(path):
        return None
    with open(path) as file:
        return file.read()


def make_environment():
    """A new .venv, unless a working one is there; without pip, which is run from vendor/."""
    if os.path.exists(PYTHON) and version_of(PYTHON) >= OLDEST:
        return
    print("Making .venv with Python %s" % dotted(sys.version_info[:3]))
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])
    if made.returncode:
        sys.exit("Python could not make a virtual environment. Debian, Ubuntu: sudo apt install python3-venv")


def install(wanted):
    print("Installing the locked packages (requirements/%s.txt); about half a minute" % wanted, flush=True)
    done = subprocess.run(
        [PYTHON, bundled_pip(), "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        + ["--require-hashes", "--only-binary", ":all:", "--requirement", lock(wanted)],
        env=dict(os.environ, PIP_ROOT_USER_ACTION="ignore"),
    )
    if done.returncode:
        sys.exit(NO_INSTALL)


def bundled_pip():
    folder = os.path.join(ROOT, "vendor")
    wheels = sorted(name for name in os.listdir(folder) if name.startswith("pip-") and name.endswith(".whl"))
    return os.path.join(folder, wheels[-1], "pip")


def write_commands():
    """The `lumbung` package on the path of .venv, and the commands beside its python. No build, no network."""
    asked = [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site_packages = subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    with open(os.path.join(site_packages, "lumbung.pth"), "w") as file:
        file.write(ROOT + "\n")
    for name, module in COMMANDS.items():
        command = os.path.join(VENV, "bin", name)
        with open(command, "w") as file:
            file.write(COMMAND.format(python=PYTHON, module=module, name=name))
        os.chmod(command, 0o755)


def stamp(wanted):
    with open(stamp_of(wanted), "w") as file:
        file.write(state(wanted))


def compile_translations():
    import messages

    messages.compile_stale()


if __name__ == "__main__":
    main(sys.argv[1:])
