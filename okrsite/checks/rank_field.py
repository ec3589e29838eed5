from okrsite.checks.columns import refused_as
from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="rank-field",
    level=Level.ERROR,
    finds="a key or table column that ranks people or teams",
    why="People who are forced into ranks against each other stop helping each other.",
    found=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
⟦ranking⟧: 3
---
""",
        }
    ),
    fine=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
helps_with: [measuring without paperwork]
---
""",
        }
    ),
    look=refused_as("rank-field"),
)
