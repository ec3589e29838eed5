"""The first files of a new site: a small company that explains itself."""

from __future__ import annotations

from datetime import date, timedelta
from string import Template

SCHEMAS = ".okrsite/schema"
"""The folder below the root in which editors find what keys there are; written once more by `okrsite schema --out`."""


def starter(today: date) -> dict[str, str]:
    """Give five files, path from the root → text, whose cycle is the quarter that holds `today`."""
    quarter = (today.month - 1) // 3
    first = date(today.year, quarter * 3 + 1, 1)
    words = {
        "cycle": f"{today.year}-Q{quarter + 1}",
        "first": first.isoformat(),
        "met": max(first, today - timedelta(days=7)).isoformat(),
        "today": today.isoformat(),
        "schemas": SCHEMAS,
    }
    return {path.format(**words): Template(text).substitute(words) for path, text in _FILES.items()}


_FILES = {
    "okrsite.yaml": """\
# yaml-language-server: $$schema=$schemas/config.schema.json
# This folder is a site: run `okrsite build` in it and open site/index.html.
# Every key is optional; an empty file would do. Those that most sites want sooner or later:
#
# title: Kestrel Bicycles            # else the organisation's name
# base_url: https://okr.example.org/ # where the site will live, for the sitemap
# language: en
# repository: {url: https://git.example.org/okr, kind: gitlab, branch: main} # "Edit this page"
""",
    "content/org.md": """\
---
name: Kestrel Bicycles
mission: A bicycle that works, for everyone in town.
---
We are eleven people, a workshop and a shop. This page is made from `content/org.md`: write here what
somebody should know who reads your objectives for the first time.

Every objective hangs on a line that begins at the mission. Follow it up and each step says why; follow
it down and you see who chose to support it. For an example see [[ready-on-the-day|what the workshop
is trying to do]].
""",
    "content/teams/workshop.md": """\
---
name: Workshop
members: [Ada Okafor, Luis Brandt]
---
We mend bicycles. A team needs no file like this one, its name under `okrs/` is enough; the file gives
it a longer name, its people, and these words.
""",
    "content/okrs/{cycle}/kestrel/nobody-walks-home.md": """\
---
title: Nobody has to walk home beside a broken bicycle
why: >
  Half of those who come to us pushed their bicycle here. They needed it that morning.
owner: Mara Lindgren
type: aspirational
supports:
  - to: mission
    because: A bicycle that waits in a queue does not work for anyone.
key_results:
  - title: People who could ride home the day they came
    id: ride-home
    start: 41%
    target: 70%
check_ins:
  - date: $met
    by: Mara Lindgren
    confidence: 5
    readings: {ride-home: 46%}
    learned: Those who telephone first ride home. Nobody had told the others that they can.
---
This is one objective in one file. Its folder says whose it is (`kestrel`) and in which cycle
(`$cycle`). Only `title` is required; everything else adds something that a reader sees.
""",
    "content/okrs/{cycle}/workshop/ready-on-the-day.md": """\
---
title: Your bicycle is ready on the day we said
why: We promise a day and keep it two times in three. People plan their week around it.
owners: [Ada Okafor, Luis Brandt]
type: aspirational
origin: team                      # the team proposed it itself
supports:
  - to: nobody-walks-home         # a short name is enough while it means one thing
    because: Whoever can trust the day can leave the bicycle and take the bus for once.
tags: [waiting]
key_results:
  - title: Repairs ready on the day we promised
    id: ready                     # a name that stays when the title gets better
    start: 66%
    target: 90%
    owner: Ada Okafor
    pairs_with: come-back
  - title: Repairs that come back within a month
    id: come-back
    at_most: 4%                   # a guard rail: to hold while we hurry, not to reach
    note: Faster must not mean worse.
check_ins:
  - date: $met
    by: Luis Brandt
    confidence: 6                 # 0 to 10, how sure we are to get there
    readings: {ready: 71%, come-back: 3%}
    learned: Most days are lost waiting for one part, and it is nearly always a rear wheel.
    ask:
      what: Who knows a wheel builder that answers the telephone?
      of: kestrel
---
A check-in is two sentences every other week: what did we see, how sure are we, what do we need?
""",
}
