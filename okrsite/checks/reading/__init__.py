"""Reading what people wrote: in which language, and what the word lists of that language see in it.

The lists are data, one file a language (`okrsite/checks/lists/`); a site may bring its own. A language without a list is
left alone.
"""

from okrsite.checks.reading.languages import Reader, Tongue, reader_of
from okrsite.checks.reading.lists import LANGUAGES, WordList, package_lists, read_list
from okrsite.checks.reading.phrases import Hit, Phrases, keys_in
from okrsite.checks.reading.tasks import task_of
from okrsite.checks.reading.titles import figure_in, holds_number, named_task

__all__ = [
    "LANGUAGES",
    "Hit",
    "Phrases",
    "Reader",
    "Tongue",
    "WordList",
    "figure_in",
    "holds_number",
    "keys_in",
    "named_task",
    "package_lists",
    "read_list",
    "reader_of",
    "task_of",
]
