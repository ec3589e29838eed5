from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="ref-ambiguous",
    level=Level.ERROR,
    finds="a short name that fits several; all are listed",
    why="A short name is handy while it means one thing. When two objectives bear it, okrsite asks which one is meant and does not choose.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/sleep.md": """\
---
title: Nights are for sleeping
---
""",
            "content/okrs/2026-Q1/estates/sleep.md": """\
---
title: A quiet building after ten
---
""",
            "content/okrs/2026-Q1/pharmacy/pills.md": """\
---
title: No pill wakes anybody
supports: ⟦sleep⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/sleep.md": """\
---
title: Nights are for sleeping
---
""",
            "content/okrs/2026-Q1/estates/sleep.md": """\
---
title: A quiet building after ten
---
""",
            "content/okrs/2026-Q1/pharmacy/pills.md": """\
---
title: No pill wakes anybody
supports: wards/sleep
---
""",
        }
    ),
)
