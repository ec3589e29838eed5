"""A wall as markup: the beam, blocks that are links, the ground, the arcs below it. Colours and faces come from the theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from okrsite.charts.wall.advance import reads_leftward
from okrsite.charts.wall.arcs import Arc, arcs
from okrsite.charts.wall.laying import BEAM, Block, Wall
from okrsite.charts.wall.lettering import HEAD, Lettering, fit, letter

WIDTH = 1200.0
"""How wide a wall is drawn, in px; pages scale it."""
MISSION = "mission:"
"""The key of the mission's beam; no block of a forest may bear it."""
_THIN = 9.0
_GROUND = 9.0
_MISSION = ((24.0, 1), (18.0, 1), (HEAD, 2))
_CAPTION, _STEP = 12.0, 18.0
_STYLES = {"head": "", "title": "tt", "team": "", "small": "sm"}


@dataclass(frozen=True, slots=True)
class Stone:
    """What a block says: its title, a short name of its team, and a whole sentence that names it.

    `kind` is `objective`, `theme`, `fold`, `private` or `elsewhere`; `style` are further classes (`draft`). `mark` is
    the id of a symbol on the page. `also` are the keys of further blocks that it supports; `extra` counts those that
    support it from elsewhere. Without `href` it leads nowhere.
    """

    title: str
    team: str
    sentence: str
    href: str = ""
    kind: str = "objective"
    style: str = ""
    mark: str = ""
    also: tuple[str, ...] = ()
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """A need between two blocks, by their keys, and the sentence that says it."""

    start: str
    end: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a wall says besides its blocks: the mission, what stands beside, and which way it reads."""

    mission: str
    beside: str
    rightward: bool = True


def draw(wall: Wall, stones: Mapping[str, Stone], sides: Sequence[Side], picture: Picture) -> str:
    """Draw a wall; every key of it has a stone. What reads from right to left is mirrored here."""
    if not picture.rightward:
        wall = wall.mirrored()
    blocks = {block.key: block for block in wall.blocks}
    hung = arcs(blocks, ((side.start, side.end) for side in sides), WIDTH)
    said = [side.sentence for side in sides if side.start in blocks and side.end in blocks and side.start != side.end]
    height = wall.ground + _GROUND + max((arc.depth + 8 for arc in hung), default=2.0)
    direction = "ltr" if picture.rightward else "rtl"
    return "".join(
        (
            f'<svg viewBox="0 0 {_n(WIDTH)} {_n(height)}" width="{_n(WIDTH)}" height="{_n(height)}"',
            f' data-wall data-w0="{_n(WIDTH)}"',
            f' data-direction="{direction}" direction="ltr">{_PATTERNS}<g class="stones">',
            _beam(wall, picture),
            *(_stone(block, stones[block.key], picture) for block in wall.blocks),
            _ground(wall),
            _beside(wall, picture),
            '</g><g class="arcs" aria-hidden="true">',
            *(_arc(arc, sentence, wall.ground) for arc, sentence in zip(hung, said, strict=True)),
            "</g></svg>",
        )
    )


_PATTERNS = (
    '<defs><pattern id="p:ground" width="8" height="9" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 9 8 0"/>'
    '</pattern><pattern id="p:hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 6 6 0"/>'
    "</pattern></defs>"
)


def _beam(wall: Wall, picture: Picture) -> str:
    """Draw the mission; its words only where all of them have room."""
    width = wall.beam * WIDTH
    start = 0.0 if picture.rightward else WIDTH - width
    title = f"<title>{escape(picture.mission)}</title>" if picture.mission else ""
    rect = f'<rect x="{_n(start)}" y="0" width="{_n(width)}" height="{_n(BEAM)}"/>'
    block = Block(MISSION, "", start / WIDTH, wall.beam, 0, BEAM, 0, leaf=False)
    data = _data(block, Stone(picture.mission, "", picture.mission))
    return f'<g role="img" class="d0"{data}>{title}{rect}{_mission(picture.mission, start, width)}</g>'


def _mission(words: str, start: float, width: float) -> str:
    """Set the mission on its beam, in the largest size that holds all of it."""
    leftward = reads_leftward(words)
    x = start + width - 18 if leftward else start + 18
    for size, most in _MISSION:
        fitted = fit(words, size, width - 36, most)
        if fitted.whole:
            first = BEAM / 2 + size * 0.35 - (len(fitted.lines) - 1) * _STEP / 2
            lines = "".join(_line(text, x, first + at * _STEP) for at, text in enumerate(fitted.lines))
            return f'<text class="lbl" font-size="{_n(size)}"{_direction(leftward=leftward)}>{lines}</text>'
    return ""


def _stone(block: Block, stone: Stone, picture: Picture) -> str:
    """Draw one block with what it has room for."""
    x, width = block.x * WIDTH, block.w * WIDTH
    thin = width < _THIN
    inset = 0.4 if thin else 1.0
    rect = (
        f'<rect x="{_n(x + inset)}" y="{_n(block.y + inset)}" width="{_n(max(width - 2 * inset, 0.4))}"'
        f' height="{_n(max(block.h - 2 * inset, 0.4))}"/>'
    )
    head = block.depth == 1
    lettering = Lettering() if thin else letter(stone.title, stone.team, width, block.h, head=head)
    mark = _mark(block, stone, picture)
    words = _text(lettering, block, leftward=reads_leftward(stone.title))
    tag, role = ("a", "") if stone.href else ("g", ' role="img"')
    return (
        f'<{tag}{role} class="{_classes(block, stone, thin=thin)}"{_data(block, stone, marked=bool(mark))}>'
        f"<title>{escape(stone.sentence)}</title>{rect}{words}{mark}{_extra(block, stone, picture)}</{tag}>"
    )


def _classes(block: Block, stone: Stone, *, thin: bool) -> str:
    kind = "" if stone.kind == "objective" else f" {stone.kind}"
    return f"d{block.depth}{kind}{' ' + stone.style if stone.style else ''}{' thin' if thin else ''}"


def _data(block: Block, stone: Stone, *, marked: bool = True) -> str:
    """Write what the script needs of a block to move and to letter it, its mark too where none is `marked`."""
    up = block.up or (MISSION if block.depth == 1 else "")
    more = f' data-up="{escape(up)}"' if up else ""
    more += f' data-also="{escape(" ".join(stone.also))}"' if stone.also else ""
    more += f' data-mark="{stone.mark}"' if stone.mark and not marked else ""
    more += f' href="{escape(stone.href)}"' if stone.href else ""
    return (
        f' data-id="{escape(block.key)}" data-x="{_share(block.x)}" data-w="{_share(block.w)}" data-y="{_n(block.y)}"'
        f' data-h="{_n(block.h)}" data-d="{block.depth}" data-team="{escape(stone.team)}"'
        f' data-name="{escape(stone.title)}"{more}'
    )


def _text(lettering: Lettering, block: Block, *, leftward: bool) -> str:
    """Set the lettering of a block, from where its script begins: at the left or the right, upright at the foot or the top."""
    if not lettering.lines:
        return ""
    start, end = block.x * WIDTH, (block.x + block.w) * WIDTH
    if lettering.upright:
        x = -(block.y + 10) if leftward else -(block.y + block.h - 28)
        lines = [_line(line.text, x, start + line.at, _STYLES[line.style]) for line in lettering.lines]
    else:
        pad = 11 if lettering.lines[0].style == "head" else 8.5
        x = end - pad if leftward else start + pad
        lines = [_line(line.text, x, block.y + line.at, _STYLES[line.style]) for line in lettering.lines]
    turned = ' transform="rotate(-90)"' if lettering.upright else ""
    return f'<text class="lbl"{turned}{_direction(leftward=leftward)}>{"".join(lines)}</text>'


def _line(text: str, x: float, y: float, style: str = "") -> str:
    """Set one line of a text."""
    named = f' class="{style}"' if style else ""
    return f'<tspan{named} x="{_n(x)}" y="{_n(y)}">{escape(text)}</tspan>'


def _direction(*, leftward: bool) -> str:
    return ' direction="rtl"' if leftward else ""


def _mark(block: Block, stone: Stone, picture: Picture) -> str:
    """Put the mark at the foot of a block, where it has room for one."""
    width = block.w * WIDTH
    if not stone.mark or width < 20 or block.h < 24:  # noqa: PLR2004 - the mark and the room around it
        return ""
    pad = min(8.5, (width - 13) / 2)
    x = block.x * WIDTH + pad if picture.rightward else (block.x + block.w) * WIDTH - pad - 13
    return f'<svg class="cg" x="{_n(x)}" y="{_n(block.y + block.h - 21)}" width="13" height="13"><use href="#{stone.mark}"/></svg>'


def _extra(block: Block, stone: Stone, picture: Picture) -> str:
    """Mark that others, which stand elsewhere, support this too: a small triangle at the far foot, with how many."""
    width = block.w * WIDTH
    if not stone.extra or width < 52 or block.h < 24:  # noqa: PLR2004 - both marks side by side
        return ""
    side, anchor = (-1, "end") if picture.rightward else (1, "start")
    far = (block.x + block.w) * WIDTH - 9 if picture.rightward else block.x * WIDTH + 9
    return (
        f'<svg class="also" x="{_n(far)}" y="{_n(block.y + block.h - 10)}" width="1" height="1" overflow="visible">'
        f'<path d="M0 0h{8 * side}l{-4 * side}-8z"/><text x="{11 * side}" y="0" text-anchor="{anchor}">{stone.extra}</text></svg>'
    )


def _ground(wall: Wall) -> str:
    """Draw the ground that people stand on."""
    y = wall.ground
    return (
        f'<line class="gr" x1="0" x2="{_n(WIDTH)}" y1="{_n(y + 1)}" y2="{_n(y + 1)}"/>'
        f'<rect class="ground" x="0" y="{_n(y + 2)}" width="{_n(WIDTH)}" height="{_n(_GROUND)}"/>'
    )


def _beside(wall: Wall, picture: Picture) -> str:
    """Say above what hangs free that it does, where there is room for the words."""
    tops = [block.y for block in wall.blocks if block.depth == 2 and not block.up]  # noqa: PLR2004 - the second row
    if wall.beside >= 1 or not tops:
        return ""
    width = (1 - wall.beside) * WIDTH
    start = wall.beside * WIDTH if picture.rightward else 0.0
    fitted = fit(picture.beside, _CAPTION, width - 4, 5)
    if not fitted.whole:
        return ""
    leftward = reads_leftward(picture.beside)
    x = (start + width - 2 if leftward else start + 2) / WIDTH * 100
    first = tops[0] - 8 - (len(fitted.lines) - 1) * 15
    lines = "".join(
        f'<tspan x="{x:.4g}%" y="{_n(first + at * 15)}">{escape(text)}</tspan>' for at, text in enumerate(fitted.lines)
    )
    return f'<text class="lbl cap"{_direction(leftward=leftward)}>{lines}</text>'


def _arc(arc: Arc, sentence: str, ground: float) -> str:
    """Draw one arc below the ground, with a dot where it is needed of."""
    x1, x2, y = arc.x1 * WIDTH, arc.x2 * WIDTH, ground + _GROUND + 2
    sweep = 0 if x2 >= x1 else 1
    return (
        f'<g data-arc="{escape(arc.start)} {escape(arc.end)}"><title>{escape(sentence)}</title>'
        f'<path class="arc" d="M{_n(x1)} {_n(y)}A{_n(abs(x2 - x1) / 2)} {_n(arc.depth)} 0 0 {sweep} {_n(x2)} {_n(y)}"/>'
        f'<path class="arcdot" d="M{_n(x2)} {_n(y)}h0"/></g>'
    )


def _n(value: float) -> str:
    """Write a length with one decimal where it has one."""
    return f"{value:.1f}".removesuffix(".0")


def _share(value: float) -> str:
    """Write a share of the wall."""
    return f"{value:.5f}".rstrip("0").rstrip(".") or "0"
