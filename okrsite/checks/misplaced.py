from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="misplaced",
    level=Level.WARNING,
    finds="a Markdown or YAML file where the format has no place for it",
    why="A file in the wrong folder is not read. It is better to hear of it than to miss it on the site.",
    help="Move it where the format has a place for it, or put `_` before its name if it is not meant for the site.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/nights/sleep.md": """\
⟦⟧---
title: Everyone walks again before going home
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/sleep.md": """\
---
title: Everyone walks again before going home
---
""",
        }
    ),
)
