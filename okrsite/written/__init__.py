"""YAML as people write it, and what is expected of it: nodes with their lines, types that accept or refuse, records."""

from okrsite.written.checked import Checked, CheckedIn, Prepared, Surroundings
from okrsite.written.choice import Choice, nearest
from okrsite.written.names import Id, identifier, slug, wrong_with_id
from okrsite.written.numbers import Confidence, Count, Counts, Number, Score, Weight, Whole
from okrsite.written.opinions import Allow, Levels
from okrsite.written.quantity import QUANTITY_SCHEMA, Quantity, quantity
from okrsite.written.record import Fault, Ids, Names, OneOrMany, Record, key, record
from okrsite.written.refusing import Refusal, refused
from okrsite.written.texts import Date, Done, Flag, Name, Text, flag, text
from okrsite.written.tree import GONE, Keyed, Listed, Node, Path, Scalar, keyed, scalar

__all__ = [
    "GONE",
    "QUANTITY_SCHEMA",
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
    "Path",
    "Prepared",
    "Quantity",
    "Record",
    "Refusal",
    "Scalar",
    "Score",
    "Surroundings",
    "Text",
    "Weight",
    "Whole",
    "flag",
    "identifier",
    "key",
    "keyed",
    "nearest",
    "quantity",
    "record",
    "refused",
    "scalar",
    "slug",
    "text",
    "wrong_with_id",
]
