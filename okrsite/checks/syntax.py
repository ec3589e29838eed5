from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="syntax",
    level=Level.ERROR,
    finds="a file that is not UTF-8, whose YAML cannot be read, holds a key twice, a tag, an anchor or an alias, is nested deeper than 50 or larger than 1 MiB",
    why="Whatever is wrong in a file is said, and nothing of it is guessed. A key that stands twice would lose one of its two values in silence; anchors, aliases and tags make a file mean something that its reader cannot see.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
why: We were taught to keep people in bed.
⟦why⟧: Bed is not safe.
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
why: "Bed: it is not safe."
---
""",
        }
    ),
)
