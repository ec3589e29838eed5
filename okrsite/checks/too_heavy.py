from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="too-heavy",
    level=Level.ERROR,
    finds="Markdown that would take more than linear time or is larger than 1 MiB",
    why="One text must not keep a build, and everyone who waits for it, busy for minutes.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
⟦⟧"""
            + "[" * 20_000
            + "\n",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
A text as people write them, [with links](https://example.org).
""",
        }
    ),
)
