"""What a terminal shows of a site: plain text that wraps by what it takes on the screen."""

from okrsite.terminal.lookup import meant
from okrsite.terminal.objective import objective_text

__all__ = ["meant", "objective_text"]
