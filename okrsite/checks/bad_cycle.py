from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="bad-cycle",
    level=Level.ERROR,
    finds="a cycle without dates, or that ends before it starts",
    why="When a cycle is current follows from its dates alone. Names such as `2026`, `2026-H1` or `2026-Q3` bring their dates; any other name needs `cycles/<name>.md` with `start` and `end`.",
    found=Example(
        {
            "content/cycles/harvest.md": """\
---
start: 2026-09-01
end: ⟦2026-06-30⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/cycles/harvest.md": """\
---
start: 2026-06-30
end: 2026-09-01
---
""",
        }
    ),
)
