"""What a made-up organisation talks about: pieces that sentences and titles are put together from."""

from __future__ import annotations

from random import Random

WHO = """Patients; New colleagues; Families; Night staff; Callers; Visitors; Apprentices; Drivers; Neighbours; Volunteers;
Suppliers; Readers; Tenants; Small shops; People at the counter; Field engineers; Parents; Growers; Students; Members"""

WHAT = """know what happens next; get an answer the same day; go home with a plan; find the right person at once; fill in a form
only once; can see where their order is; learn something they chose; wait no longer than they need to; are called by
their name; get it right the first time; can stop the line without asking; sleep through the night; hear the truth early;
decide where the work is done; can read their bill; need fewer passwords; are asked before it is decided; share what
went wrong; start on time; find the door open"""

WHEN = """before noon; within the hour; on every site; without asking twice; also at night; in their own words; in the first
week; from the first day; in each of the six districts; without a queue; even in winter; by telephone too; on one page;
in any language they speak"""

MEASURES = """Share who say so themselves; Median wait; Calls that had to be repeated; Orders sent back; Forms without a gap; Hours
given back; Visits on the day; Handovers with a name on them; Faults found by us first; Deliveries on time; Questions
answered in a day; Days until the first reply; Shifts swapped without help; Letters read aloud before sending; Rooms that
are ready at seven; Waste thrown away; Complaints that came twice; Colleagues who would do it again"""

GUARDS = """Accidents; Overtime; Mistakes found later; People who leave in their first year; Returns; Unplanned work at weekends"""

STEPS = """North site; South site; Night shift; The harbour; First floor; Training day; Pilot with two teams; Old town; The depot;
Second language"""

TAGS = "waiting; safety; learning; quality; climate; data; staff; home; language; planning; money; quiet; food; tools"

UNITS = ["%", " min", " days", "", " h", "", "%", "%"]

SENTENCES = """We walked the whole way with a stopwatch. | Half of the wait was never ours. | People forgive a delay, they do not
forgive silence. | The form asked for the same thing three times. | Nobody had told us what the list was for. | It was a
door with a code. | The second team found the same thing from the other side. | We stopped, looked, and found slippers. |
What helped most cost nothing. | The number moved before we understood why. | Two of us sat with them for a shift. | We
asked the people who do the work. | The first version was too clever. | It works by day and not yet by night. | We wrote
it on one page and read it aloud. | Somebody from another site had tried it and told us what went wrong. | We count what
goes away, not what was handed out. | The supplier answers in weeks, so we built a bridge. | A paper board beats the app
so far. | It looks odd and it saves four minutes. | We would rather show a five than hide it. | The guard rail held, just.
| Mondays are the gap. | The old way is still there for those who need it. | We changed the question and the answers
changed. | Three sites agreed, the fourth asked good questions. | The list is shorter than it was and longer than it
should be. | One of us covers three benches, which is a fact about staffing. | The lift is repaired. | We drop the second
part on purpose and keep the first."""

ASKS = """Could somebody lend us a van for two weeks?; Who decides where a printer stands?; Has anyone made a fair rota for nine?; Who
knows somebody at the electricity utility?; May two of us follow an order for one whole day?; Who reads Polish for an hour?"""

REPLIES = """We can. Which day?; Ask at the harbour, they did it last year.; Yes, and here is what we would not do again.; Not before
March, sorry."""

TOOLS = "line; desk; app; plan; floor; route; machine; account; portal; board"

SYLLABLES = "ba; dor; el; fin; gra; hol; im; ker; lun; mo; nar; os; pel; ri; sta; tu; ulm; ve; wes; yor"

NAMES = """Ada; Bea; Cem; Dana; Emil; Finn; Grete; Hana; Ivo; Jana; Kofi; Lena; Milo; Nora; Omar; Pia; Ravi; Sara; Timo; Una; Vera; Wim;
Yuki; Zoe"""

SURNAMES = """Adler; Brandt; Costa; Doyle; Engel; Falk; Gruber; Holm; Ivanov; Jansen; Katz; Lund; Moreau; Novak; Okoye; Petrov; Quist; Rossi;
Sato; Tully; Urban; Vos; Weir; Yilmaz; Zeman; Ärlig; Łuczak; Øvre"""


def pieces(text: str, mark: str = ";") -> list[str]:
    """The pieces of a text between marks, each on one line."""
    return [" ".join(piece.split()) for piece in text.split(mark)]


_PIECES = {name: pieces(text) for name, text in list(globals().items()) if name.isupper() and isinstance(text, str)}
_SENTENCES = pieces(SENTENCES, "|")
_SYLLABLES = pieces(SYLLABLES)


def one(rng: Random, name: str) -> str:
    """A piece by the name of its list."""
    return rng.choice(_PIECES[name])


def some(rng: Random, name: str, count: int) -> list[str]:
    """As many different pieces of a list."""
    return rng.sample(_PIECES[name], count)


def title(rng: Random) -> str:
    """An objective in a sentence, as different from others as those of a real organisation are."""
    return f"{one(rng, 'WHO')} of {name(rng)} {one(rng, 'WHAT')} {one(rng, 'WHEN')}, on the {name(rng)} {one(rng, 'TOOLS')}"


def name(rng: Random) -> str:
    """The name of a place or product."""
    return "".join(rng.choices(_SYLLABLES, k=3)).title()


def person(rng: Random, count: int) -> str:
    """One of at most `count` people, the same ones again and again."""
    who = rng.randrange(count)
    names, surnames = _PIECES["NAMES"], _PIECES["SURNAMES"]
    again = who // (len(names) * len(surnames))
    return f"{names[who % len(names)]} {surnames[who // len(names) % len(surnames)]}" + (
        f" {again + 1}" if again else ""
    )


def sentence(rng: Random) -> str:
    """A sentence."""
    return rng.choice(_SENTENCES)


def text(rng: Random, words: int) -> str:
    """Paragraphs of about as many words, some with a list, a table, or stress."""
    made: list[str] = []
    left = words
    while left > 0:
        block = _block(rng)
        made.append(block)
        left -= len(block.split())
    return "\n\n".join(made)


def _block(rng: Random) -> str:
    lines = [sentence(rng) for _ in range(rng.randint(2, 5))]
    kind = rng.random()
    if kind < 0.08:
        return "\n".join(f"- {line}" for line in lines)
    if kind < 0.11:
        return "| what | how often |\n|---|---|\n" + "\n".join(f"| {line} | {rng.randint(1, 90)} |" for line in lines)
    if kind < 0.25:
        lines[0] = f"**{lines[0]}**"
    return " ".join(lines)
