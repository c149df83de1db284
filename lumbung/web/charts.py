"""Charts as SVG drawn here: bars side by side, and lines. No script, no inline style; a table beneath says the same.

Amounts are sen. A chart is a plain object; `web/chart.html` writes it: `{% include "web/chart.html" with chart=… %}`.
"""

import zlib
from dataclasses import dataclass, field

from django.utils.translation import pgettext

from lumbung import money

TOP, FOOT = 12, 26
STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Mark:
    """One bar or point: `x` and `width` in hundredths of the drawing's width, `y` and `height` in pixels."""

    x: float
    y: float
    width: float
    height: float
    series: int
    words: str


@dataclass(frozen=True)
class Chart:
    """All that the template needs; `kind` is "bars" or "lines"."""

    kind: str
    title: str
    summary: str
    labels: list[str]
    names: list[str]
    values: list[list[int]]
    height: int
    rules: list[tuple[float, str]] = field(default_factory=list)
    places: list[tuple[float, str, bool]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    strokes: list[tuple] = field(default_factory=list)
    zero: float = 0

    @property
    def id(self) -> str:
        """Names the drawing's title within a page."""
        return f"chart-{zlib.crc32(self.title.encode()):x}"

    @property
    def rows(self) -> list[tuple[str, list[int]]]:
        """For the table: a label and one amount for each series."""
        return [(label, [values[i] for values in self.values]) for i, label in enumerate(self.labels)]


def bars(*, title, labels, series, height=232) -> Chart:
    """Grouped bars; `series` is a list of (name, amounts in sen), each as long as `labels`."""
    scale, band = _Scale(_flat(series), height), 100 / max(len(labels), 1)
    each = min(band * 0.62 / max(len(series), 1), 8)
    marks = []
    for column, label in enumerate(labels):
        start = band * (column + 0.5) - each * 1.08 * len(series) / 2
        for number, (name, values) in enumerate(series):
            place = _r(start + number * each * 1.08), _r(each)
            marks.append(_bar(scale, place, number, values[column], f"{name}, {label}"))
    places = [(_r(band * (i + 0.5)), label) for i, label in enumerate(labels)]
    return _chart("bars", title, labels, series, height, scale, places=_thinned(places), marks=marks)


def _bar(scale, place, number, amount, words) -> Mark:
    y, zero = scale.y(amount), scale.y(0)
    return Mark(
        place[0], _r(min(y, zero)), place[1], _r(max(abs(y - zero), 1)), number, f"{words}: {money.show(amount)}"
    )


def lines(*, title, labels, series, height=232) -> Chart:
    """One line for each series, points with their amounts."""
    scale, step = _Scale(_flat(series), height), 94 / max(len(labels) - 1, 1)
    xs = [_r(3 + step * i) for i in range(len(labels))]
    marks, strokes = [], []
    for number, (name, values) in enumerate(series):
        points = [(x, _r(scale.y(value))) for x, value in zip(xs, values, strict=True)]
        strokes += [(number, *start, *end) for start, end in zip(points, points[1:], strict=False)]
        for (x, y), label, value in zip(points, labels, values, strict=True):
            marks.append(Mark(x, y, 0, 0, number, f"{name}, {label}: {money.show(value)}"))
    places = list(zip(xs, labels, strict=True))
    return _chart("lines", title, labels, series, height, scale, places=_thinned(places), marks=marks, strokes=strokes)


def _chart(kind, title, labels, series, height, scale, **drawn) -> Chart:
    names, values = [name for name, _ in series], [list(values) for _, values in series]
    return Chart(
        kind=kind, title=title, summary=_summary(labels, series), labels=list(labels), names=names, values=values,
        height=height, rules=scale.rules(), zero=_r(scale.y(0)), **drawn,
    )  # fmt: skip


class _Scale:
    """Amounts to heights: a round step, three to five rules, zero always in sight."""

    def __init__(self, amounts: list[int], height: int):
        top, low = max([*amounts, 0]), min([*amounts, 0])
        self.step = step_for(max(top - low, 1))
        self.high, self.low = -(-top // self.step) * self.step, low // self.step * self.step
        self.high = self.high if self.high > self.low else self.low + self.step
        self.height = height

    def y(self, amount: int) -> float:
        return TOP + (self.height - TOP - FOOT) * (self.high - amount) / (self.high - self.low)

    def rules(self) -> list[tuple[float, str]]:
        count = (self.high - self.low) // self.step
        return [(_r(self.y(self.low + self.step * i)), brief(self.low + self.step * i)) for i in range(count + 1)]


def step_for(span: int) -> int:
    """The distance of the rules for amounts that reach over `span` sen: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for factor in STEPS:
            if span <= factor * power * 5:
                return factor * power
        power *= 10


def brief(sen: int) -> str:
    """An amount for an axis: `0`, `250 rb`, `1,5 jt`, `2 M`."""
    rupiah = abs(sen) // money.SEN
    units = (10**9, pgettext("sumbu", "M")), (10**6, pgettext("sumbu", "jt")), (10**3, pgettext("sumbu", "rb"))
    for power, unit in units:
        if rupiah >= power:
            whole, tenth = divmod(rupiah * 10 // power, 10)
            return f"{'−' if sen < 0 else ''}{whole}{f',{tenth}' if tenth else ''} {unit}"
    return f"{'−' if sen < 0 else ''}{rupiah}"


def _summary(labels, series) -> str:
    """One sentence for whoever does not see the drawing."""
    parts = []
    for name, values in series:
        if values:
            top = max(range(len(values)), key=values.__getitem__)
            parts.append(f"{name}: {money.show(sum(values))}, {labels[top]} {money.show(values[top])}")
    return "; ".join(parts)


def _thinned(places, most=13, few=7):
    """At most 13 labels; of more than seven every second is marked to be left out where it is narrow."""
    every = -(-len(places) // most) or 1
    kept = [place for i, place in enumerate(places) if i % every == 0]
    return [(x, label, len(kept) > few and i % 2 == 1) for i, (x, label) in enumerate(kept)]


def _flat(series) -> list[int]:
    return [value for _, values in series for value in values]


def _r(value) -> float:
    return round(float(value), 1)
