from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="stale-allow",
    level=Level.NOTE,
    finds="an `allow` with nothing to accept any more",
    why="The reason is shown on the page. Once what it excused is gone, it puzzles readers, and it would hide the same finding if it came back.",
    help="Take the line away.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
type: committed
allow:
  ⟦no-type⟧: We decide in February.
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
allow:
  no-type: We decide in February.
---
""",
        }
    ),
)
