from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="ref-broken",
    level=Level.ERROR,
    finds="a reference, in a key or in prose, to nothing; near names are offered",
    why="The whole site is made of links: why something is done, who needs whom. One that leads nowhere hides a reason from everyone below it.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/strong.md": """\
---
title: Every stay leaves people stronger
supports: mission
---
""",
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
supports: ⟦stronk⟧
---
""",
            "content/org.md": """\
---
name: A small hospital
mission: Good care, close to home.
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/strong.md": """\
---
title: Every stay leaves people stronger
supports: mission
---
""",
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
supports: strong
---
""",
            "content/org.md": """\
---
name: A small hospital
mission: Good care, close to home.
---
""",
        }
    ),
)
