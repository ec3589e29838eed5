"""A hospital small enough to read: what pages show, every clause of the format at least once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from okrsite.config import Config, Repository
from okrsite.measure import measure
from okrsite.pages.ground import Ground, ground_of
from okrsite.plan.model import Change, Continues, Health, Kind, Need, Plan
from okrsite.prose import Prose, inline
from okrsite.targets import Target
from okrsite.theme import find_theme
from tests.measure import plans as p
from tests.measure.plans import HERE, day

TODAY = "2025-10-30"


def line(text: str, *targets: Target | None) -> Prose:
    """A line as people write it, and where its links lead."""
    read = inline(text)
    assert isinstance(read, Prose)
    return Prose(read.source, read.html, read.links, targets)


def supports(name: str, because: str | None = None) -> Any:
    return p.support(name, line(because) if because else None)


def readings(*values: str, sure: tuple[int, ...] = ()) -> tuple[Any, ...]:
    days = ("2025-09-12", "2025-09-26", "2025-10-10", "2025-10-24")
    return tuple(
        p.reading(on, value, sure[at] if at < len(sure) else None)
        for at, (on, value) in enumerate(zip(days, values, strict=False))
    )


LABELS = p.objective(
    "2025-autumn/devices/label",
    title="A blood sample never waits for a label",
    why=line("We used to close 40 printer tickets a week and call it a good week. Then Ines showed us the rack."),
    type="committed",
    came_from="team",
    owners=("samira-said", "jack-tully"),
    supports=(
        supports(
            "2025-autumn/laboratory/chair",
            "A tube without a label stands in the rack until somebody finds a printer that works.",
        ),
    ),
    tags=(("waiting", "waiting"), ("devices", "devices")),
    key_results=(
        p.key_result(
            "ten-steps",
            title="Label printers within ten steps of where blood is taken",
            start="35",
            target="100",
            unit="%",
            owner="jack-tully",
            readings=readings("38", "55", "74", "82", sure=(7, 7, 8, 8)),
        ),
        p.key_result(
            "twice",
            title="Labels that have to be printed twice",
            start="11",
            target="2",
            unit="%",
            owner="samira-said",
            readings=readings("11", "8.5", "5.1", "4", sure=(6, 7, 7, 8)),
        ),
        p.key_result(
            "faults",
            title="Printer faults found by us before a nurse finds them",
            start="5",
            target="60",
            unit="%",
            owner="jack-tully",
            readings=readings("5", "12", "30", "41", sure=(5, 5, 6, 6)),
        ),
    ),
    check_ins=(
        p.check_in(
            "2025-10-10",
            by="samira-said",
            confidence=7,
            readings={"ten-steps": Decimal(74)},
            learned=line("The new label stock sticks in the cold room."),
        ),
        p.check_in(
            "2025-10-24",
            by="jack-tully",
            confidence=8,
            readings={"ten-steps": Decimal(82), "twice": Decimal(4)},
            learned=line("Remote fault lights work on 38 of 61 printers."),
        ),
    ),
)

CHAIR = p.objective(
    "2025-autumn/laboratory/chair",
    title="Doctors have the answer while the patient is still in the chair",
    why=line(
        "A result that arrives after the patient has been moved has to be found, phoned and read again. See [[wards]].",
        Target("team", "wards"),
    ),
    type="aspirational",
    came_from="negotiated",
    serves="everyone who is stuck with a needle",
    owners=("ines-ortega", "tomas-lindqvist"),
    teams=("devices", "wards"),
    contact="lab@tarnvale.example",
    since=day("2025-08-20"),
    supports=(
        supports(
            "2025-autumn/emergency/knows",
            "Half of the waiting in the emergency department is waiting for blood results.",
        ),
        supports("2025-autumn/wards/able#falls", "A calm ward asks earlier."),
        supports("2025-autumn/secret/plan", "It was asked of us."),
    ),
    needs=(
        Need(
            Target("objective", "2025-autumn/devices/label"),
            "Printers where the arms are",
            day("2025-11-15"),
            "agreed",
            HERE,
        ),
        Need(Target("team", "wards"), "Ten minutes with every new nurse", None, "asked", HERE),
    ),
    continues=Continues("2025-spring/laboratory/own-part", line("Measure from arm to answer, and walk the way.")),
    tags=(("waiting", "waiting"), ("", "★")),
    health=("falls",),
    allow={"too-many": "Six key results for one cycle, agreed with Emergency."},
    changed=(
        Change(
            day("2025-10-02"),
            "ines-ortega",
            line("Target for nights from 95% to **90%**."),
            line("One person covers three benches."),
        ),
    ),
    asks=(
        p.ask(
            "2025-10-24",
            "Has anyone made a night rota fair for a team of nine?",
            "2025-autumn/laboratory/chair",
            by="ines-ortega",
            until=day("2025-11-20"),
            of=Target("team", "wards"),
            of_text="wards",
        ),
        p.ask(
            "2025-09-26",
            "Who decides where a label printer stands?",
            "2025-autumn/laboratory/chair",
            by="tomas-lindqvist",
            replies=(p.reply("2025-09-29", "We do. Which rooms?", by="samira-said", answers=True),),
        ),
    ),
    key_results=(
        p.key_result(
            "arm",
            title="Median time from arm to answer, urgent troponin",
            start="51",
            target="30",
            unit="min",
            owner="tomas-lindqvist",
            readings=readings("51", "47", "44", "38", sure=(5, 5, 6, 7)),
            note=line("Measured from the barcode scan at the bedside to the result on the doctor’s screen."),
            source="https://lab.tarnvale.example/turnaround",
            pairs_with=Target("objective", "2025-autumn/laboratory/chair", "repeats"),
        ),
        p.key_result(
            "nights",
            title="Night results within 45 minutes",
            start="57",
            target="90",
            unit="%",
            weight="2",
            due=day("2025-12-01"),
            readings=readings("58", "55", "56", "54", sure=(5, 4, 4, 3)),
        ),
        p.key_result(
            "repeats",
            Kind.GUARD_RAIL,
            title="Repeated samples",
            at_most="2.5",
            start="2.4",
            unit="%",
            readings=readings("2.4", "2.4", "2.7", "2.6", sure=(6, 5, 6, 7)),
        ),
        p.key_result(
            "rounds",
            Kind.MILESTONES,
            title="Every ward has a sample round",
            milestones=(
                p.milestone("Surgical wards", done="2025-09-20"),
                p.milestone("Medical wards"),
                p.milestone("Maternity", done=True),
            ),
        ),
        p.key_result("number", Kind.YES_NO, title="One number for the evening call"),
        p.key_result(
            "how", Kind.FIND_OUT, title="How long a tube waits in the porter’s basket", source="the porters’ sheet"
        ),
        p.key_result(
            "no-start",
            title="People who can say their next step",
            target="75",
            unit="%",
            readings=readings("61", "68", sure=(6, 7)),
            score="0.6",
            teams=("wards",),
        ),
        p.key_result("quiet", title="Nobody has measured this yet", start="1", target="1204500", unit="samples"),
        p.key_result(
            "same",
            title="The same printers",
            start="35",
            target="100",
            unit="%",
            readings=readings("38", "55", "74", "104", sure=(7, 7, 8, 8)),
            same_as="2025-autumn/devices/label#ten-steps",
        ),
    ),
    check_ins=(
        p.check_in(
            "2025-09-26",
            by="tomas-lindqvist",
            confidence=5,
            status="at-risk",
            readings={"arm": Decimal(47), "rounds": ("Surgical wards",)},
            learned=line("The door code is gone."),
            blocked=line("One of us covers three benches."),
            next=line("Walk the night."),
            replies=(p.reply("2025-09-27", "Thank you!", by="samira-said"),),
        ),
        p.check_in(
            "2025-10-24",
            by="ines-ortega",
            confidence=7,
            readings={"arm": Decimal(38), "nights": Decimal(54), "number": True},
            learned=line("We moved the second centrifuge next to the tube station."),
        ),
    ),
    body=p.prose(
        "The walk from the arm to the screen is drawn on the wall.\n\n## How to join\n\n- Come on Thursday\n- Bring biscuits\n\n| who | when |\n|---|---|\n| us | now |\n"
    ),
)

KNOWS = p.objective(
    "2025-autumn/emergency/knows",
    title="Everyone who walks in knows within the hour what happens next",
    owners=("piet-vos",),
    supports=(
        supports(
            "2025-autumn/tarnvale/waits", "In our survey people forgave the wait. They did not forgive the silence."
        ),
    ),
    check_ins=(p.check_in("2025-10-24", confidence=7),),
)
WAITS = p.objective(
    "2025-autumn/tarnvale/waits",
    title="Nobody waits in fear or in pain",
    owners=("marit-solheim",),
    supports=(supports("mission", "People stay away from care they dread, and come back sicker."),),
    check_ins=(p.check_in("2025-10-24", confidence=7),),
)
WAITED = p.objective(
    "2025-spring/tarnvale/waits",
    title="Nobody waits in fear or in pain",
    state="closed",
    closed=p.ending("2025-06-27", learned=line("Start from what people are not told.")),
    score=Decimal("0.5"),
    type="aspirational",
    supports=(supports("mission"),),
)
OWN_PART = p.objective(
    "2025-spring/laboratory/own-part",
    title="Our own part of the wait is under twenty minutes",
    type="aspirational",
    owners=("ines-ortega",),
    score=Decimal("0.9"),
    closed=p.ending("2025-06-27", learned=line("We reached our target and the patients did not notice.")),
    supports=(supports("2025-spring/tarnvale/waits"),),
    key_results=(
        p.key_result(
            "inside",
            title="Median time inside the laboratory",
            start="33",
            target="20",
            unit="min",
            readings=(p.reading("2025-06-20", "19"),),
        ),
    ),
)
OIL = p.objective(
    "2025-autumn/estates/oil",
    title="Heat the old wing without oil",
    why=line("The boiler is from 1978."),
    owners=("bogdan",),
    state="draft",
)
ABLE = p.objective(
    "2025-autumn/wards/able",
    title="People go home able to do what they could before",
    supports=(supports("theme:recovery", "Good care is measured at the kitchen table."),),
    key_results=(
        p.key_result(
            "falls",
            Kind.GUARD_RAIL,
            title="Falls",
            at_most="6.4",
            unit="per 1,000 days",
            readings=readings("6.5", "6.9", "6.3", "6.2", sure=(6, 5, 6, 7)),
        ),
    ),
    needs=(
        Need(Target("objective", "2025-autumn/laboratory/chair"), "Results before the round", None, "declined", HERE),
    ),
    paused=p.ending("2025-10-03", why=line("The ward is being painted.")),
    state="paused",
)
SECRET = p.objective(
    "2025-autumn/secret/plan", title="Hush", private=True, supports=(supports("2025-autumn/laboratory/chair"),)
)
SWAP = p.objective(
    "2025-autumn/wards/swap",
    title="We swap shifts without begging",
    supports=(supports("2025-autumn/wards/able", "Rested people walk with people."),),
)
BY_PART = p.objective(
    "2025-autumn/emergency/queue",
    title="The queue is on one screen",
    supports=(supports("2025-autumn/laboratory/chair#arm", "Who waits for blood waits for us."),),
    state="open",
)


def hospital(*, without: tuple[str, ...] = (), **more: Any) -> Plan:
    objectives = [
        o
        for o in (LABELS, CHAIR, KNOWS, WAITS, WAITED, OWN_PART, OIL, ABLE, SECRET, SWAP, BY_PART)
        if o.ref not in without
    ]
    names = {
        "devices": "Devices & Desk",
        "laboratory": "Laboratory",
        "wards": "Wards",
        "emergency": "Emergency",
        "tarnvale": "Tarnvale Hospitals",
        "estates": "Estates & Kitchens",
        "secret": "Secret",
    }
    people = {
        "samira-said": "Samira Said",
        "jack-tully": "Jack Tully",
        "ines-ortega": "Ines Ortega",
        "tomas-lindqvist": "Tomas Lindqvist",
        "piet-vos": "Piet Vos",
        "marit-solheim": "Marit Solheim",
        "bogdan": "Bogdan Ilić",
    }
    whole: dict[str, Any] = {
        "organisation": p.organisation(p.theme("recovery")),
        "cycles": {
            "2025-autumn": p.cycle("2025-autumn", "2025-09-01", "2025-12-12"),
            "2025-spring": p.cycle("2025-spring", "2025-02-03", "2025-06-27"),
        },
        "teams": {team: p.team(team) for team in sorted(names)},
        "people": {
            person: p.person(
                person, contact=f"{person}@tarnvale.example", teams=("devices",) if person == "samira-said" else ()
            )
            for person in sorted(people)
        },
        "health": {
            "falls": Health(
                "falls",
                "Falls on the wards",
                "per 1,000 days",
                None,
                Decimal("6.4"),
                "wards",
                None,
                readings("6.5", "6.2"),
                (),
                None,
                HERE,
            )
        },
    }
    whole["teams"] = {team: replace(it, name=names[team]) for team, it in whole["teams"].items()}
    whole["people"] = {person: replace(it, name=people[person]) for person, it in whole["people"].items()}
    return p.plan(*objectives, **whole | more)


def config(**more: Any) -> Config:
    host = "https://git.tarnvale.example/okr"
    repository = Repository(host, "main", host + "/edit/{branch}/{path}", host + "/log/{branch}/{path}")
    whole: dict[str, Any] = {"as_of": day(TODAY), "output": Path("/nowhere/site"), "repository": repository}
    return Config(Path("/nowhere"), **whole | more)


def ground(plan: Plan | None = None, *, as_of: str = TODAY, **more: Any) -> Ground:
    theme, _ = find_theme(Path("/nowhere"), "default")
    settings = config(**more)
    site = measure(plan or hospital(), day(as_of), check_in_every=14)
    return ground_of(site, settings, theme.speech(settings.language))
