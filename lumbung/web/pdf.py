"""PDF by typst: tagged, with our own typeface, from plain data. See typst/*.typ for what each template reads."""

import json
from functools import cache
from pathlib import Path

import typst

HERE = Path(__file__).parent
TEMPLATES = {"statement", "receipt", "certificate", "handover", "book", "slip", "roll", "recovery", "letter"}


def render(template: str, data: dict) -> bytes:
    """The PDF of a template, e.g. `render("statement", {...})`.

    data      JSON values only; amounts already as words ("1.250.000"): paper shows, it does not reckon.
              `cooperative` {name, lines}, `title`, `subtitles`, `language`, `landscape`, `footer`, `page_word`,
              `tables` [{heading?, columns [{label, align, width}], rows [{kind, cells}]}], `notes`,
              `place_date`, `signatures` [{role, name}]
    Raises    KeyError: no such template; typst.TypstError: the data lacks what the template needs
    """
    if template not in TEMPLATES:
        raise KeyError(template)
    passed = {"data": json.dumps(data, ensure_ascii=False)}
    return typst.compile(
        str(HERE / "typst" / f"{template}.typ"), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=passed
    )


@cache
def _fonts() -> list[str]:
    return [str(HERE / "fonts")]
