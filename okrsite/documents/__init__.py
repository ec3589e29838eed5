"""One file of the site as a record: front matter, the text below, findings."""

from okrsite.documents.document import Document
from okrsite.documents.good import LastGood
from okrsite.documents.kept import read_kept
from okrsite.documents.reading import KINDS, document_of, read
from okrsite.written import KEY

__all__ = ["KEY", "KINDS", "Document", "LastGood", "document_of", "read", "read_kept"]
