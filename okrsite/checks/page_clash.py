from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="page-clash",
    level=Level.ERROR,
    finds="two sources that would write the same page",
    why="One of the two would be lost, and nobody could tell which.",
    found=Example(
        {
            "content/static/about.html": """\
⟦⟧<p>Ours</p>
""",
        }
    ),
    fine=Example(
        {
            "content/static/our-own.html": """\
<p>Ours</p>
""",
        }
    ),
)
