"""YAML as people write it, and what is expected of it: nodes with their lines, types that accept or refuse, records."""

from okrsite.written.checking import Checked, CheckedIn, Prepared, Surroundings
from okrsite.written.choice import Choice, nearest
from okrsite.written.decoding import decoded
from okrsite.written.events import HAS_C
from okrsite.written.file import Outcome, checked, nodes, told
from okrsite.written.glance import KEY
from okrsite.written.names import Id, identifier, slug, wrong_with_id
from okrsite.written.numbers import CONFIDENCE_SCHEMA, Confidence, Count, Counts, Number, Score, Weight, Whole
from okrsite.written.opinions import Allow, Levels
from okrsite.written.places import Places
from okrsite.written.quantity import QUANTITY_SCHEMA, Quantity, quantity
from okrsite.written.record import Fault, Ids, Names, OneOrMany, Record, key, record
from okrsite.written.refused_keys import REASONS, refused_key
from okrsite.written.refusing import Refusal, refused
from okrsite.written.saying import Problem
from okrsite.written.schema import json_schema
from okrsite.written.taking import Taken, take
from okrsite.written.texts import DAY_SCHEMA, FLAG_SCHEMA, TEXT_SCHEMA, Date, Done, Flag, Name, Text, flag, text
from okrsite.written.tree import GONE, Keyed, Listed, Node, Path, Scalar, keyed, listed, scalar

__all__ = [
    "CONFIDENCE_SCHEMA",
    "DAY_SCHEMA",
    "FLAG_SCHEMA",
    "GONE",
    "HAS_C",
    "KEY",
    "QUANTITY_SCHEMA",
    "REASONS",
    "TEXT_SCHEMA",
    "Allow",
    "Checked",
    "CheckedIn",
    "Choice",
    "Confidence",
    "Count",
    "Counts",
    "Date",
    "Done",
    "Fault",
    "Flag",
    "Id",
    "Ids",
    "Keyed",
    "Levels",
    "Listed",
    "Name",
    "Names",
    "Node",
    "Number",
    "OneOrMany",
    "Outcome",
    "Path",
    "Places",
    "Prepared",
    "Problem",
    "Quantity",
    "Record",
    "Refusal",
    "Scalar",
    "Score",
    "Surroundings",
    "Taken",
    "Text",
    "Weight",
    "Whole",
    "checked",
    "decoded",
    "flag",
    "identifier",
    "json_schema",
    "key",
    "keyed",
    "listed",
    "nearest",
    "nodes",
    "quantity",
    "record",
    "refused",
    "refused_key",
    "scalar",
    "slug",
    "take",
    "text",
    "told",
    "wrong_with_id",
]
