"""From pages to a published folder: all of it or nothing, one build at a time, other people's files untouched."""

from okrsite.publish.clean import Cleaned, clean
from okrsite.publish.ground import recover
from okrsite.publish.manifest import Manifest, Written, manifest_of
from okrsite.publish.names import BUILD, Taken, clashes
from okrsite.publish.placing import Published
from okrsite.publish.refusal import PublishError
from okrsite.publish.signatures import Signatures
from okrsite.publish.stage import Stage, staged
from okrsite.publish.untouched import untouched
from okrsite.publish.writing import deliver

__all__ = [
    "BUILD",
    "Cleaned",
    "Manifest",
    "PublishError",
    "Published",
    "Signatures",
    "Stage",
    "Taken",
    "Written",
    "clashes",
    "clean",
    "deliver",
    "manifest_of",
    "recover",
    "staged",
    "untouched",
]
