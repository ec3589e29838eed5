"""From pages to a published folder: all of it or nothing, one build at a time, other people's files untouched."""

from okrsite.publish.clean import Cleaned, clean
from okrsite.publish.manifest import Manifest, Written, manifest_of
from okrsite.publish.names import BUILD, Taken, clashes
from okrsite.publish.refusal import PublishError
from okrsite.publish.stage import Published, Stage, staged

__all__ = [
    "BUILD",
    "Cleaned",
    "Manifest",
    "PublishError",
    "Published",
    "Stage",
    "Taken",
    "Written",
    "clashes",
    "clean",
    "manifest_of",
    "staged",
]
