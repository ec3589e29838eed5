"""FORMAT, “Key results”: a value may bring its unit; it must be the key result's, and nothing is converted."""

from __future__ import annotations

import pytest

from tests.format.measured import REF, key_result, parts, refused, site_of
from tests.format.sites import built

BROUGHT = {
    "target: 70, unit: '%'": (70, "%"),
    "target: 70%, unit: '%'": (70, "%"),
    "target: '70 %'": (70, "%"),
    "target: 70%": (70, "%"),
    "target: 30 min": (30, "min"),
    "target: 3 h": (3, "h"),
    "target: 3h": (3, "h"),
    "target: € 12": (12, "€"),
    "target: €12": (12, "€"),
    "target: 12 €": (12, "€"),
    "target: -€12": (-12, "€"),
    "target: €-12": (-12, "€"),
    "target: EUR 12": (12, "EUR"),
    "target: US$ 12": (12, "US$"),
    "target: $1.2k": (1200, "$"),
    "target: 1.2k €": (1200, "€"),
    "target: 1.2M€": (1200000, "€"),
    "target: 3bn": (3000000000, None),
    "target: 3M": (3000000, None),
    "target: 3 M": (3, "M"),
    "target: 3 k": (3, "k"),
    "target: 3km": (3, "km"),
    "target: 3kg": (3, "kg"),
    "target: 3Mbit": (3, "Mbit"),
    "target: 3K": (3, "K"),
    "target: 5m": (5, "m"),
    "target: '6.4 per 1,000 days'": (6.4, "per 1,000 days"),
    "target: '1,204 patients'": (1204, "patients"),
    "target: 3 µg/l": (3, "µg/l"),
    "target: 37°": (37, "°"),
    "target: 3‰": (3, "‰"),
    "target: 5 Tage": (5, "Tage"),
    "target: 5 人": (5, "人"),
    "target: 3e2 h": (300, "h"),
    "target: 70, unit: 'per 1,000 days'": (70, "per 1,000 days"),
    "target: 70, start: 34%": (70, "%"),
    "target: 70, current: 34%": (70, "%"),
    "target: 70, readings: {2026-01-09: 34%}": (70, "%"),
    "target: 70": (70, None),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), BROUGHT.items())
def test_a_number_with_its_unit_in_one_string_is_fine_too(written: str, expected: tuple[float, str | None]) -> None:
    assert tuple(parts(key_result(written), "target unit")) == expected


OTHER = {
    "of two values": "start: 51 min, target: ⟦kr-arithmetic⟧1 h",
    "of the unit": "unit: min, target: ⟦kr-arithmetic⟧1 h",
    "of the unit, but for case": "unit: Min, target: ⟦kr-arithmetic⟧1 min",
    "of a bound": "unit: '%', at_most: ⟦kr-arithmetic⟧3 h",
    "of two bounds": "at_least: 3 h, at_most: ⟦kr-arithmetic⟧3 d",
    "of a current": "target: 3 h, current: ⟦kr-arithmetic⟧3 d",
    "of a reading": "target: 3 h, readings: [{date: 2026-01-09, value: ⟦kr-arithmetic⟧3 d}]",
    "of a reading of a map": "target: 3 h, readings: {2026-01-09: ⟦kr-arithmetic⟧3 d}",
    "of a reading with words of a map": "target: 3 h, readings: {2026-01-09: {value: ⟦kr-arithmetic⟧3 d}}",
    "of two readings": "target: 3, readings: {2026-01-09: 3 h, 2026-01-10: ⟦kr-arithmetic⟧3 d}",
    "of a currency by sign and by code": "unit: EUR, target: ⟦kr-arithmetic⟧€ 12",
    "of a k that is a unit": "unit: h, target: ⟦kr-arithmetic⟧1.2 k",
}


@pytest.mark.parametrize("written", OTHER.values(), ids=OTHER)
def test_another_unit_is_refused(written: str) -> None:
    refused(f"key_results: [{{title: Up, {written}}}]")


READ = {"up: 40": 40, "up: 40%": 40, "up: '40 %'": 40, "up: {value: 40%}": 40, "up: 1.2k%": 1200}


@pytest.mark.parametrize(("written", "value"), READ.items())
def test_a_reading_in_a_check_in_may_bring_the_unit(written: str, value: float) -> None:
    found = key_result("unit: '%', target: 70", f"{{date: 2026-01-09, readings: {{{written}}}}}")
    assert found["value"] == value


@pytest.mark.parametrize(
    "value", ["up: ⟦kr-arithmetic⟧40 h", "up: {value: ⟦kr-arithmetic⟧40 h}", "up: ⟦kr-arithmetic⟧€ 4"]
)
def test_a_reading_in_a_check_in_has_no_other_unit(value: str) -> None:
    readings = f"check_ins: [{{date: 2026-01-09, readings: {{{value}}}}}]"
    refused(f"key_results: [{{title: Up, unit: '%', target: 70}}]\n{readings}")


def test_a_reading_in_a_check_in_brings_no_unit_where_the_key_result_has_none() -> None:
    refused(
        "key_results: [{title: Up, target: 70}]\ncheck_ins: [{date: 2026-01-09, readings: {up: ⟦kr-arithmetic⟧40%}}]"
    )


SHOWN = {
    ("en", "34%"): "34%",
    ("de", "34%"): "34\u00a0%",
    ("en", "€ 12"): "€12",
    ("en", "51 min"): "51\u00a0min",
}


@pytest.mark.parametrize(("written", "shown"), SHOWN.items())
def test_a_unit_is_shown_as_the_language_does(written: tuple[str, str], shown: str) -> None:
    language, target = written
    files = {"okrsite.yaml": f"language: {language}\n"}
    page = built(site_of(f"key_results: [{{title: Up, start: 1, target: {target}, current: 2}}]", files))
    assert shown in page.text(f"objectives/{REF}.html")
