from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="id-clash",
    level=Level.ERROR,
    finds="two things of one kind with the same id, aliases included, also by case or normalisation; both places are named",
    why="Two things with one name would share one address, and a reference could mean either. Names that differ only in case are one name on many file shares.",
    found=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
---
""",
            "content/people/mbeki.md": """\
---
id: ⟦Esther⟧
name: Esther Mbeki
---
""",
        }
    ),
    fine=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
---
""",
            "content/people/mbeki.md": """\
---
name: Ruth Mbeki
---
""",
        }
    ),
)
