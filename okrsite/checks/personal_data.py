from okrsite.checks.columns import refused_as
from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="personal-data",
    level=Level.ERROR,
    finds="a key or column for a birthday, home address, private telephone number, identity number or health detail of a person",
    why="Everyone in the company can read every page. What is private about a person has no place on it.",
    found=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
⟦birthday⟧: 1980-04-01
---
""",
        }
    ),
    fine=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
role: Senior sister
contact: esther@hospital.example
---
""",
        }
    ),
    look=refused_as("personal-data"),
)
