from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="bad-date",
    level=Level.ERROR,
    finds="a date that does not exist, or the end of anything but a cycle before its start",
    why="Dates decide what has happened and what has not. A day that does not exist cannot be either.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
since: ⟦2026-02-30⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
since: 2026-02-28
---
""",
        }
    ),
)
