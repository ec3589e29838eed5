"""Which files would run something for the person who opens them: HTML, scripts, drawings with a script in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from okrsite.files import MOST_BYTES

_RUNS = frozenset({
    "bash", "bat", "cgi", "cmd", "com", "command", "desktop", "exe", "hta", "htc", "htm", "html", "jar", "js", "jse", "lnk",
    "mht", "mhtml", "mjs", "cjs", "msi", "php", "ps1", "psm1", "reg", "scr", "sh", "shtml", "svgz", "swf", "url", "vbe", "vbs",
    "wasm", "webloc", "wsf", "wsh", "xht", "xhtml", "xsl", "xslt",
})  # fmt: skip
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link|form|img)[\s/>]",
    re.IGNORECASE,
)
_ENCODINGS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-8"))

_ELEMENTS = frozenset({
    "annotation-xml", "audio", "body", "embed", "foreignobject", "handler", "html", "iframe", "listener", "object", "script", "video",
})  # fmt: skip
_MOVED = frozenset({"href", "xlink:href", "onload", "onclick", "onbegin"})
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_LOADED = re.compile(
    r"url\(\s*[\"']?\s*(?!#|data:(?:image/(?:png|jpeg|gif|webp)|font/)[\w+.-]*[;,])|@import|expression\s*\(",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[\0-\x20\x7f-\xa0\u2028\u2029]+")


def what_runs(name: str, content: bytes) -> str | None:
    """Say what in a file would run, as the end of a sentence; None where nothing is known to.

    `content` are the first 1 MiB (and a byte) of the file. It is looked at whatever the name says: browsers do, too.
    A drawing may link to places and show pictures that it holds; what it loads from elsewhere is refused.
    """
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if suffix in _RUNS:
        return f"a .{suffix} file can run where it is opened"
    if suffix in {"svg", "xml"} or _MARKUP.match(content):
        return "it is HTML" if _is_html(content) else _in_markup(content, drawing=suffix in {"svg", "xml"})
    if suffix == "" and content.startswith(b"#!"):
        return "it is a script"
    return None


def _is_html(content: bytes) -> bool:
    mark, encoding = next(known for known in _ENCODINGS if content.startswith(known[0]))
    start = content[len(mark) : len(mark) + 4096].decode(encoding, "replace").lstrip("\ufeff")
    return _HTML.match(re.sub(r"<!--.*?-->", "", start, flags=re.DOTALL)) is not None


def _in_markup(content: bytes, *, drawing: bool) -> str | None:
    if len(content) > MOST_BYTES:
        return "it is too large to be looked through for scripts"
    look = _Look()
    try:
        look.through(content)
    except (expat.ExpatError, ValueError):
        return "it is no well-formed drawing, and cannot be looked through for scripts" if drawing else look.found
    return look.found


class _Look:
    """Goes through markup once, and remembers the first thing that would run."""

    def __init__(self) -> None:
        self.found: str | None = None
        self._in_style = False
        self._style: list[str] = []

    def through(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._element
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        parser.buffer_text = True
        parser.Parse(content, True)  # noqa: FBT003 - expat's own order

    def _say(self, words: str) -> None:
        self.found = self.found or words

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        self._in_style = local == "style"
        if local in _ELEMENTS:
            self._say(f"it holds <{name[:40]}>")
        for key, value in attributes.items():
            self._attribute(local, key.lower(), value)

    def _attribute(self, element: str, key: str, value: str) -> None:
        local, bare = key.rpartition(":")[2], _BLANK.sub("", value).lower()
        if local.startswith("on"):
            self._say(f"it runs something by {key[:40]}")
        elif local in {"href", "src", "data", "action"}:
            self._address(element, bare)
        elif key == "xml:base" or (local == "attributename" and bare in _MOVED):
            self._say(f"it changes its addresses by {key}")
        elif "javascript:" in bare or _LOADED.search(value):
            self._say(f"it loads something from elsewhere by {key[:40]}")

    def _address(self, element: str, address: str) -> None:
        """Judge where something leads: a link may lead to other pages, all else only within the drawing."""
        if address.startswith("#") or _PICTURE.match(address):
            return
        if element == "a" and (address.startswith(("http:", "https:", "mailto:")) or not _ADDRESS.match(address)):
            return
        self._say("it loads or runs something from elsewhere")

    def _text(self, text: str) -> None:
        if self._in_style:
            self._style.append(text)

    def _end(self, _: str) -> None:
        style = "".join(self._style)
        if _LOADED.search(style) or "\\" in style:
            self._say("its <style> loads something from elsewhere")
        self._style.clear()
        self._in_style = False

    def _instruction(self, target: str, _: str) -> None:
        self._say(f"it brings <?{target[:40]}?>")

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
        if has_internal_subset:
            self._say("it declares entities of its own")

    def _entity(self, name: str, _is_parameter: int) -> None:
        self._say(f"it uses the entity {name[:40]}")
