from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="survey-small",
    level=Level.ERROR,
    finds="survey data that could give a person away: a `min_group` under 5, rows of answers, more counts than answered, not as many counts as the scale has steps",
    why="People answer honestly while nobody can work out who said what.",
    found=Example(
        {
            "content/surveys/pulse.yaml": """\
title: Pulse
date: 2026-02-01
min_group: ⟦3⟧
groups: [{id: all, name: Everyone, asked: 40, answered: 30}]
scale: {from: 1, to: 3, low: "no", high: "yes"}
questions:
  - {id: why, text: I know why my work matters, counts: {all: [4, 6, 20]}}
""",
        }
    ),
    fine=Example(
        {
            "content/surveys/pulse.yaml": """\
title: Pulse
date: 2026-02-01
min_group: 8
groups: [{id: all, name: Everyone, asked: 40, answered: 30}]
scale: {from: 1, to: 3, low: "no", high: "yes"}
questions:
  - {id: why, text: I know why my work matters, counts: {all: [4, 6, 20]}}
""",
        }
    ),
)
