from okrsite.checks.columns import refused_as
from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="pay-field",
    level=Level.ERROR,
    finds="a key or table column that ties goals to pay",
    why="When a score buys pay, people stop aiming high and stop telling the truth to the number. Words about pay are welcome: an objective may be about fair pay.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
⟦bonus⟧: 500
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Fair pay for every night shift
why: The bonus for nights has not changed since 2009.
---
""",
        }
    ),
    look=refused_as("pay-field"),
)
