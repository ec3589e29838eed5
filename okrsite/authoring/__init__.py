"""What `init` and `new` write: first versions of files, as a person would be glad to edit them."""

from okrsite.authoring.drafts import (
    Draft,
    NewCheckIn,
    NewKeyResult,
    NewObjective,
    check_in,
    cycle,
    objective,
    page,
    person,
    team,
)
from okrsite.authoring.known import Known
from okrsite.authoring.placing import write_again, write_new
from okrsite.authoring.starter import SCHEMAS, starter

__all__ = [
    "SCHEMAS",
    "Draft",
    "Known",
    "NewCheckIn",
    "NewKeyResult",
    "NewObjective",
    "check_in",
    "cycle",
    "objective",
    "page",
    "person",
    "starter",
    "team",
    "write_again",
    "write_new",
]
