from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="bad-id",
    level=Level.ERROR,
    finds="an id that the format does not allow, or a reserved one",
    why="Ids become addresses. They are made of letters, marks and digits of any script, `-`, `_` and `.`, so that a site can be copied to any share and every link to it stays readable.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
id: ⟦walk again⟧
title: Everyone walks again before going home
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
id: walk-again
title: Everyone walks again before going home
---
""",
        }
    ),
)
