"""How a language writes dates, numbers, quantities, lists and plurals: the one place where they are said.

Locale data are CLDR's, by Babel; digits are 0 to 9 in every language, as people write them in their files. Interface
words come from a theme's catalogue, key → text, or key → plural form → text.
"""

from __future__ import annotations

from okrsite.speech.languages import ENGLISH, english_name, speaks, tags_of, tidy_tag
from okrsite.speech.saying import Speech, Words

__all__ = ["ENGLISH", "Speech", "Words", "english_name", "speaks", "tags_of", "tidy_tag"]
