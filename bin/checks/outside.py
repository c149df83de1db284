"""Does the program keep to itself? No address of somebody else's in it, no line opened but where a page says so.

What may stand in it: this machine, names of XML that nobody fetches, a link that a person taps (wa.me), invented hosts.
"""

import ast
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from supply import ROOT, recorded

KINDS = (".py", ".js", ".html", ".css", ".svg", ".typ", ".json", ".webmanifest")
ADDRESS = re.compile(r"(?:(?:https?|wss?|ftp):|(?<=[\"'(]))//([A-Za-z0-9.-]+\.[A-Za-z]{2,}|localhost|127\.0\.0\.1)")
OURS = {"localhost", "127.0.0.1", "testserver"}
NAMES = {"www.w3.org"}  # XML namespaces
TAPPED = {"wa.me"}
BUILT = {
    "lumbung/witness/periksa/periksa.html",
    "lumbung/witness/static/witness/reader.js",
}  # of vendored files, whose comments name their makers
LINES = {  # module → the files that may import it
    "http.client": {"lumbung/witness/line.py"},  # to the witnesses that a cooperative has chosen
    "ssl": {"lumbung/witness/line.py"},
    "socket": {"lumbung/witness/line.py", "lumbung/site/commands/serve.py", "lumbung/sql/copying_postgresql.py"},
}
NEVER = {
    "urllib.request", "requests", "httpx", "urllib3", "aiohttp", "smtplib", "ftplib", "telnetlib", "xmlrpc",
    "sentry_sdk", "posthog", "opentelemetry", "google", "boto3", "websockets", "pickle", "shelve", "marshal", "random",
}  # fmt: skip
SEEDED = ("lumbung/demo/", "lumbung/ids.py")  # the pilot comes out the same; where a counter starts is no secret
SENDS = re.compile(r"\b(?:sendBeacon|WebSocket|EventSource|RTCPeerConnection|importScripts)\b")


def strangers(text: str) -> list[str]:
    """Hosts of somebody else that a text names."""
    hosts = {host.lower() for host in ADDRESS.findall(text)}
    return sorted(host for host in hosts - OURS - NAMES - TAPPED if not host.endswith(".example"))


def imported(tree: ast.AST) -> set[str]:
    """Every module that Python code takes in, at its top or later."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def lines_opened(name: str, text: str) -> list[str]:
    """Modules that a file has no business with."""
    taken = imported(ast.parse(text, name))
    wrong = [module for module in taken if module in NEVER or module.split(".")[0] in NEVER - {"urllib"}]
    wrong = [module for module in wrong if not (module.startswith("random") and name.startswith(SEEDED))]
    return sorted({*wrong, *(module for module in taken & LINES.keys() if name not in LINES[module])})


def looked_at(root: Path) -> list[Path]:
    """Everything of ours that runs or is shown; neither tests nor what others made."""
    theirs = recorded(root)
    files = [*root.glob("lumbung/**/*"), root / "lumbung_periksa.py"]
    return sorted(
        path for path in files
        if path.suffix in KINDS and "tests" not in path.parts and path not in theirs
        and path.relative_to(root).as_posix() not in BUILT
    )  # fmt: skip


def faults(root: Path) -> list[str]:
    found = []
    for path in looked_at(root):
        name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        found += [f"{name}: names {host}" for host in strangers(text)]
        if path.suffix == ".py":
            found += [f"{name}: imports {module}" for module in lines_opened(name, text)]
        elif path.suffix == ".js":
            found += [f"{name}: {word}" for word in set(SENDS.findall(text))]
    return found


def main() -> int:
    found = faults(ROOT)
    print("\n".join(found) or "nothing leads outside")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
