from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="unreadable",
    level=Level.ERROR,
    finds="a file that can’t be read, a device, a FIFO",
    why="A file that is passed over in silence would be missing from the site without anyone knowing.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": None,
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
""",
        }
    ),
)
