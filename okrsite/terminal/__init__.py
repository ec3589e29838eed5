"""What a terminal shows of a site: plain text that wraps by what it takes on the screen."""

from okrsite.terminal.lookup import meant
from okrsite.terminal.objective import objective_text
from okrsite.terminal.owed import due_from, owed_text
from okrsite.terminal.whose import meant_person, meant_team

__all__ = ["due_from", "meant", "meant_person", "meant_team", "objective_text", "owed_text"]
