from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from okrsite.build import build
from okrsite.config import Wishes
from okrsite.diagnostics import Finding
from okrsite.pages.chrome import STYLES
from okrsite.theme import default_folder, find_theme
from okrsite.theme.model import Theme

KB = 1000


def theme_of(root: Path, **files: str | bytes) -> tuple[Theme, list[Finding]]:
    """A site with a theme `ours`; `templates__base_html` stands for `templates/base.html`."""
    for name, text in files.items():
        folder, _, file = name.partition("__")
        stem, _, suffix = file.rpartition("_")
        path = root / "themes" / "ours" / folder / f"{stem}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return find_theme(root, "ours")


def said(findings: list[Finding]) -> list[tuple[str, str, int]]:
    return [(finding.rule, finding.span.path, finding.span.line) for finding in findings]


def test_the_default_theme_needs_nothing(tmp_path: Path) -> None:
    theme, findings = find_theme(tmp_path, "default")
    assert findings == []
    assert "objective.html" in theme.templates
    assert theme.speech("en").say("mission") == "Mission"


def test_an_asset_is_published_under_a_name_with_its_digest(tmp_path: Path) -> None:
    theme, _ = find_theme(tmp_path, "default")
    assert re.fullmatch(r"base\.[0-9a-f]{10}\.css", theme.assets["base.css"].published)


def test_style_sheets_name_fonts_as_they_are_published(tmp_path: Path) -> None:
    theme, _ = find_theme(tmp_path, "default")
    named = re.findall(r'url\("([^"]+)"\)', theme.assets["fonts.css"].data.decode())
    assert len(named) == 4
    assert set(named) <= {asset.published for asset in theme.assets.values()}


def test_the_typefaces_come_with_their_licences(tmp_path: Path) -> None:
    theme, _ = find_theme(tmp_path, "default")
    assert "fonts/LICENSE-source-serif-4.txt" in theme.published().values()
    assert "fonts/LICENSE-atkinson-hyperlegible-next.txt" in theme.published().values()


def test_an_own_theme_takes_the_place_of_single_files(tmp_path: Path) -> None:
    theme, findings = theme_of(tmp_path, templates__icons_html="ours", assets__user_css="a { color: red }")
    assert findings == []
    assert theme.templates["icons.html"].source == "ours"
    assert theme.templates["icons.html"].path == "themes/ours/templates/icons.html"
    assert "symbol" in theme.templates["default/icons.html"].source
    assert "base.html" in theme.templates
    assert "user.css" in theme.assets


def test_own_words_take_the_place_of_single_words(tmp_path: Path) -> None:
    theme, findings = theme_of(tmp_path, words__en_yaml="mission: What for\n", words__de_yaml="because: weil\n")
    assert findings == []
    assert theme.speech("en").say("mission") == "What for"
    assert theme.speech("en").say("because") == "because"
    assert theme.speech("de-AT").say("because") == "weil"
    assert theme.speech("de").say("skip") == "Zum Inhalt"


def test_own_words_of_a_variant_stand_over_those_of_its_language(tmp_path: Path) -> None:
    theme, findings = theme_of(
        tmp_path, words__de_yaml="menu.objectives: Vorhaben\n", words__de_AT_yaml="mark.open: Sucht ein Team, bitte\n"
    )
    assert findings == []
    assert theme.speech("de").say("menu.objectives") == "Vorhaben"
    assert theme.speech("de-AT").say("menu.objectives") == "Vorhaben"
    assert theme.speech("de-CH").say("mark.open") == "Sucht ein Team"
    assert theme.speech("de-AT").say("mark.open") == "Sucht ein Team, bitte"


def test_a_language_without_a_catalogue_has_english_words_and_its_own_dates(tmp_path: Path) -> None:
    theme, _ = find_theme(tmp_path, "default")
    italian = theme.speech("it")
    assert italian.say("ask.asked", day=italian.day(date(2025, 10, 24))) == "asked 24 ott"
    assert theme.speech("ko").say("filter.all", n=1) == "One objective"


def test_traditional_chinese_is_not_given_simplified_words(tmp_path: Path) -> None:
    theme, _ = find_theme(tmp_path, "default")
    assert theme.speech("zh-SG").say("mission") == theme.speech("zh-Hans").say("mission") == "使命"
    assert theme.speech("zh-TW").say("mission") == "Mission"


def test_own_words_reach_every_page(tmp_path: Path) -> None:
    files = {
        "okrsite.yaml": "theme: ours\nlanguage: de\n",
        "content/okrs/2026-Q1/labor/schneller.md": "---\ntitle: Schneller\n---\n",
        "themes/ours/words/de.yaml": "menu.objectives: Vorhaben\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    built = build(tmp_path, Wishes(as_of="2026-01-15"))
    assert built.published
    pages = [page for page in (tmp_path / "site").rglob("*.html") if "<nav" in page.read_text()]
    assert len(pages) > 10
    assert all(">Vorhaben</a>" in page.read_text() for page in pages)
    assert 'lang="de"' in (tmp_path / "site" / "index.html").read_text()


def test_an_empty_catalogue_changes_nothing(tmp_path: Path) -> None:
    theme, findings = theme_of(tmp_path, words__en_yaml="")
    assert findings == []
    assert theme.speech("en").say("mission") == "Mission"


def test_words_that_cannot_be_said_are_found_at_their_line(tmp_path: Path) -> None:
    words = 'mission: What for\nask.asked: "{when} asked"\nfind: "{"\nmenu: [a]\nsupporters.below: {one: x}\n'
    theme, findings = theme_of(tmp_path, words__en_yaml=words)
    assert said(findings) == [("template", "themes/ours/words/en.yaml", line) for line in (2, 3, 4, 5)]
    assert theme.speech("en").say("ask.asked", day="24 Oct") == "asked 24 Oct"


@pytest.mark.parametrize("place", ["{day.__class__}", "{day:>20}", "{day!r}"])
def test_words_cannot_reach_into_what_they_say(tmp_path: Path, place: str) -> None:
    _, findings = theme_of(tmp_path, words__en_yaml=f'ask.asked: "{place}"\n')
    assert said(findings) == [("template", "themes/ours/words/en.yaml", 1)]


def test_words_that_are_no_yaml_are_found(tmp_path: Path) -> None:
    _, findings = theme_of(tmp_path, words__en_yaml="mission: a: b\n")
    assert said(findings) == [("syntax", "themes/ours/words/en.yaml", 1)]


def test_a_template_that_is_not_utf8_is_found_and_the_default_one_used(tmp_path: Path) -> None:
    theme, findings = theme_of(tmp_path, templates__icons_html=b"\xff\xfe")
    assert said(findings) == [("template", "themes/ours/templates/icons.html", 1)]
    assert "symbol" in theme.templates["icons.html"].source


def test_a_theme_that_is_not_there_is_found(tmp_path: Path) -> None:
    theme, findings = find_theme(tmp_path, "nobodys")
    assert [finding.rule for finding in findings] == ["ref-broken"]
    assert "objective.html" in theme.templates


def test_a_theme_cannot_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "elsewhere" / "templates").mkdir(parents=True)
    (tmp_path / "elsewhere" / "templates" / "icons.html").write_text("elsewhere")
    for name in ("../../elsewhere", "..", ".", ""):
        theme, findings = find_theme(tmp_path / "site", name)
        assert findings
        assert "elsewhere" not in theme.templates["icons.html"].source


def test_a_link_out_of_the_theme_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = tmp_path / "themes" / "ours" / "assets"
    folder.mkdir(parents=True)
    (folder / "user.css").symlink_to(tmp_path / "secret")
    theme, findings = find_theme(tmp_path, "ours")
    assert said(findings) == [("unsafe-path", "themes/ours/assets/user.css", 1)]
    assert "user.css" not in theme.assets


def test_two_themes_with_the_same_files_are_the_same(tmp_path: Path) -> None:
    assert find_theme(tmp_path, "default")[0] == find_theme(tmp_path, "default")[0]
    own, _ = theme_of(tmp_path, words__en_yaml="mission: What for\n")
    assert own != find_theme(tmp_path, "default")[0]


def test_what_browsers_load_is_light() -> None:
    def weight(*patterns: str) -> int:
        folder = default_folder() / "assets"
        return sum(path.stat().st_size for pattern in patterns for path in folder.glob(pattern))

    own = {path.name for path in (default_folder() / "assets").glob("*.css")} - set(STYLES)
    assert weight(*STYLES) < 48 * KB
    assert {name: weight(name) for name in own if weight(name) > 10 * KB} == {}
    assert weight("*.js") < 30 * KB
    assert weight("fonts/*.woff2") < 160 * KB


def test_style_sheets_know_no_left_and_right() -> None:
    sheets = "".join(path.read_text() for path in (default_folder() / "assets").glob("*.css"))
    physical = (
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|width|height)\s*:"
    )
    assert re.findall(physical, re.sub(r"\([^)]*\)", "", sheets)) == []


def test_scripts_write_no_markup() -> None:
    scripts = "".join(path.read_text() for path in (default_folder() / "assets").glob("*.js"))
    assert "innerHTML" not in scripts
    assert "eval(" not in scripts
