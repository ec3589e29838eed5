from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="kr-arithmetic",
    level=Level.ERROR,
    finds="`start` equal to `target`; `at_least` above `at_most`; a start, target, bound, reading, score, weight or confidence out of its range or not a number; a reading of a key result or milestone that is not there; two readings of one day; a start, target, bound or reading in another unit than its key result’s",
    why="A number on a page can be traced to the line it came from. Where the numbers of a key result do not fit each other, no progress that is shown would be true.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: Patients out of bed by noon
    start: 34%
    target: ⟦34%⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: Patients out of bed by noon
    start: 34%
    target: 70%
  - title: Falls
    start: 6.4
    at_most: 6.4
    unit: per 1,000 days
---
""",
        }
    ),
)
