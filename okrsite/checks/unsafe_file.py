from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Level

RULE = Rule(
    id="unsafe-file",
    level=Level.ERROR,
    finds="a link or image to an attachment with active content (HTML, scripts, SVG that runs); `static/` may hold them",
    why="Whatever is linked from prose is published beside it. A file that runs in the browser of its reader could change every page of the site.",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
See [the sheet](⟦sheet.html⟧).
""",
            "content/okrs/2026-Q1/wards/sheet.html": """\
<script>1</script>""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
---
See [the sheet](sheet.csv).
""",
            "content/okrs/2026-Q1/wards/sheet.csv": """\
a,b
""",
        }
    ),
)
