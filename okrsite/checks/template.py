from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="template",
    level=Level.ERROR,
    finds="a template of a theme that fails, with its line",
    why="A theme is code. Where it fails, its author needs the line, and readers keep the last good site.",
    found=Example(
        {
            "okrsite.yaml": """\
theme: ours
""",
            "themes/ours/templates/objective.html": """\
<h1>{{ page.head.title }}</h1>
⟦{{ view.nothing_like_this }}⟧
""",
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
""",
        }
    ),
    fine=Example(
        {
            "okrsite.yaml": """\
theme: ours
""",
            "themes/ours/words/en.yaml": "",
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
""",
        }
    ),
)
