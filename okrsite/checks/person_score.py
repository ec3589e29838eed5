from okrsite.checks.columns import refused_as
from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="person-score",
    level=Level.ERROR,
    finds="a key or table column that grades a person",
    why="An objective is work people chose to be asked about. It is no mark for anyone, and a mark would end the talk about it.",
    found=Example(
        {
            "content/people/esther.md": """\
---
name: Esther Mbeki
⟦performance_rating⟧: B
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
score: 0.7
closed: {date: 2026-03-27}
---
""",
        }
    ),
    look=refused_as("person-score"),
)
