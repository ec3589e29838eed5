from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="unsafe-path",
    level=Level.ERROR,
    finds="a path or link that leads out of the site’s root",
    why="A site publishes what lies in its own folder and nothing else of the machine that builds it.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
See [the list](⟦../../../../../etc/hosts⟧).
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
See [the ward](../../../teams/wards.md).
""",
            "content/teams/wards.md": """\
---
name: Wards
---
""",
        }
    ),
)
