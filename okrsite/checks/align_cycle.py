from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="align-cycle",
    level=Level.ERROR,
    finds="a ring of `supports`, of `same_as`, or of team parents; the ring is drawn",
    why="A reason that leads back to itself is none: the way up must end somewhere, best at the mission.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/a.md": """\
---
title: Everyone walks again
supports: ⟦b⟧
---
""",
            "content/okrs/2026-Q1/wards/b.md": """\
---
title: Everyone sleeps well
supports: a
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/a.md": """\
---
title: Everyone walks again
supports: b
---
""",
            "content/okrs/2026-Q1/wards/b.md": """\
---
title: Everyone sleeps well
---
""",
        }
    ),
)
