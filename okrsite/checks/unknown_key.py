from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="unknown-key",
    level=Level.ERROR,
    finds="a key that the format does not have, or a rule in `checks` or `allow` that does not exist; the nearest known one is named",
    why="A misspelled key would be passed over, and what a team wrote would be missing from its page without a word. Keys that begin with `x-` are your own.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
⟦titel⟧: Everyone walks again before going home
title: Everyone walks again
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
x-sheet: 12
---
""",
        }
    ),
)
