"""Find the sentences that pass through gettext, and those for people that do not, in code and in templates."""

import ast
import re
from dataclasses import dataclass

# how many texts a call takes, and whether a context comes first
SIMPLE = {"_", "gettext", "gettext_lazy", "gettext_noop", "translate"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
BOTH = {"npgettext", "npgettext_lazy"}
# calls and keywords whose text a person reads: it must come through gettext
SHOWN = {"Refused", "ValidationError"}
SHOWN_KEYWORDS = {"label", "help_text", "empty_label", "error_messages"}

STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({STRING})(?:\s*,\s*({STRING}))?(?:\s*,\s*({STRING}))?", re.DOTALL)


@dataclass(frozen=True)
class Text:
    """What gettext looks up: (context, singular, plural or None)."""

    context: str | None
    singular: str
    plural: str | None


def text_of(function, strings):
    """The Text that a gettext call with these literal arguments asks for, or None when they are not literals."""
    needed = {**dict.fromkeys(SIMPLE, 1), **dict.fromkeys(PLURAL | CONTEXT, 2), **dict.fromkeys(BOTH, 3)}.get(function)
    if needed is None or len(strings) < needed or not all(isinstance(s, str) for s in strings[:needed]):
        return None
    context = strings[0] if function in CONTEXT | BOTH else None
    rest = strings[1:needed] if context is not None else strings[:needed]
    return Text(context, rest[0], rest[1] if len(rest) > 1 else None)


def in_python(source):
    """{Text: line} of a Python file."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            text = text_of(name_of(node.func), [getattr(argument, "value", None) for argument in node.args])
            if text:
                found.setdefault(text, node.lineno)
    return found


def name_of(function):
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def in_template(source, name):
    """{Text: line} of a template: Django turns it into something like Python, which keeps the lines."""
    from django.utils.translation.template import templatize

    flat = templatize(source, origin=name)
    found = {}
    for call in CALL.finditer(flat):
        strings = [ast.literal_eval(part.lstrip("u")) for part in call.groups()[1:] if part]
        text = text_of(call[1], strings)
        if text:
            found.setdefault(text, flat.count("\n", 0, call.start()) + 1)
    return found


def untranslatable(source):
    """(line, text) of sentences that people read and that never pass through gettext."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            first = node.args[:1] if name_of(node.func) in SHOWN else []
            for value in [*first, *(k.value for k in node.keywords if k.arg in SHOWN_KEYWORDS)]:
                if is_sentence(value):
                    yield value.lineno, ast.unparse(value)


def is_sentence(node):
    if isinstance(node, ast.JoinedStr):
        return True
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(re.search(r"[A-Za-z]{2}", node.value))
    )
