from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="wrong-type",
    level=Level.ERROR,
    finds="a value of the wrong kind, or outside its list or range; a state that its own `closed`, `dropped` or `paused` contradicts; a level or an `allow` for an error",
    why="YAML turns some words into something else: `no` becomes false, `12:30` a number. Where a text is expected okrsite asks for quotes, so that what you read in the file is what stands on the page.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: ⟦no⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: "no"
tags: [2026]
---
""",
        }
    ),
)
