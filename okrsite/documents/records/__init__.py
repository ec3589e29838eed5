"""What each kind of file may say: one record class a kind, and the classes of what stands in them.

These classes are the format's schema: validation, near-name hints, the JSON Schema and the reference in `docs/`
come from them. What is said of a key is what the reference and editors show.
"""

from okrsite.documents.records.check_in import Ask, CheckIn, CheckInFile, CheckInReading, CheckInsFile, DatedAsk, Reply
from okrsite.documents.records.key_result import HealthFile, KeyResult, Milestone, Reading
from okrsite.documents.records.objective import (
    Change,
    Closed,
    Continues,
    Dropped,
    ListedObjective,
    Need,
    ObjectiveFile,
    Paused,
    Support,
    TeamObjectivesFile,
)
from okrsite.documents.records.organisation import CycleFile, OrgFile, PageFile, PersonFile, Policy, TeamFile, Theme
from okrsite.documents.records.survey import SurveyFile, SurveyGroup, SurveyQuestion, SurveyScale, SurveySplit

__all__ = [
    "Ask",
    "Change",
    "CheckIn",
    "CheckInFile",
    "CheckInReading",
    "CheckInsFile",
    "Closed",
    "Continues",
    "CycleFile",
    "DatedAsk",
    "Dropped",
    "HealthFile",
    "KeyResult",
    "ListedObjective",
    "Milestone",
    "Need",
    "ObjectiveFile",
    "OrgFile",
    "PageFile",
    "Paused",
    "PersonFile",
    "Policy",
    "Reading",
    "Reply",
    "Support",
    "SurveyFile",
    "SurveyGroup",
    "SurveyQuestion",
    "SurveyScale",
    "SurveySplit",
    "TeamFile",
    "TeamObjectivesFile",
    "Theme",
]
