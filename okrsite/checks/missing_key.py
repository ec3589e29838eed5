from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="missing-key",
    level=Level.ERROR,
    finds="a required key that is absent, empty or blank",
    why="A few things can’t be guessed: what an objective is called, on which day a check-in was written.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
check_ins:
  - ⟦learned⟧: Slippers are the reason.
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
check_ins:
  - date: 2026-02-06
    learned: Slippers are the reason.
---
""",
        }
    ),
)
