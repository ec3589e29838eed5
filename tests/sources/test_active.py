"""Which attachments would run something for the person who opens them."""

from __future__ import annotations

import pytest

from okrsite.sources import what_runs

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">%s</svg>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"hello"),
        ("a.HTM", b""),
        ("a.xhtml", b""),
        ("a.js", b"1"),
        ("a.mjs", b"1"),
        ("a.svgz", b""),
        ("a.exe", b""),
        ("a.txt", b"<!DOCTYPE html><p>x"),
        ("a.txt", b"\xef\xbb\xbf \r\n<HTML>"),
        ("a.csv", b"<script>alert(1)</script>"),
        ("a.png", b"<!-- a picture --><body onload=x>"),
        ("a", b"<html>"),
        ("a", b"#!/bin/sh\n"),
        ("a.txt", "\ufeff<html><script>".encode("utf-16-le")),
        ("a.dat", (SVG % "<script>1</script>").encode()),
    ],
)
def test_html_and_scripts_run_whatever_their_name(name: str, content: bytes) -> None:
    assert what_runs(name, content)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<SCRIPT>1</SCRIPT>",
        '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>',
        '<rect onclick="x()"/>',
        '<rect ONLOAD="x()"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<a href="javascript:x()"><text>x</text></a>',
        '<a xlink:href=" java&#10;script:x()"><text>x</text></a>',
        '<a href="&#106;avascript:x()"/>',
        '<a href="data:text/html,x"/>',
        '<a href="vbscript:x"/>',
        '<image href="https://elsewhere.example/x.png"/>',
        '<image href="//elsewhere.example/x.png"/>',
        '<use href="other.svg#x"/>',
        '<image href="data:image/svg+xml,x"/>',
        '<set attributeName="href" to="javascript:x()"/>',
        '<animate attributeName="xlink:href" values="javascript:x()"/>',
        '<rect style="fill: url(https://elsewhere.example/x)"/>',
        '<rect fill="url(//elsewhere.example/x)"/>',
        "<style>@import 'https://elsewhere.example/x.css';</style>",
        "<style>rect { fill: u\\72l(https://elsewhere.example) }</style>",
        "<?xml-stylesheet href='x.xsl'?>",
        '<g xml:base="https://elsewhere.example/"/>',
        '<iframe src="x"/>',
    ],
)
def test_a_drawing_that_runs_or_loads_something_is_told(inside: str) -> None:
    assert what_runs("plan.svg", (SVG % inside).encode())
    assert what_runs("plan.svg", ('<?xml version="1.0" encoding="UTF-16"?>' + SVG % inside).encode("utf-16"))


@pytest.mark.parametrize(
    "whole",
    [
        '<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG % "&x;",
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + SVG % ("&b;" * 100),
        "<svg",
        "",
        "no drawing",
        SVG % ("x" * (1 << 20)),
    ],
)
def test_a_drawing_that_cannot_be_looked_through_is_told(whole: str) -> None:
    assert what_runs("plan.svg", whole.encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Only = on time</title><text>onward = yes, javascript: no</text>",
        '<a href="https://elsewhere.example/"><text>x</text></a>',
        '<a href="#part"/><use xlink:href="#part"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<rect fill="url(#g)" style="fill: url(#g); stroke: red"/>',
        "<style>rect { fill: url(#g) }</style>",
        '<animate attributeName="opacity" values="0;1"/>',
        "<g>" * 20_000 + "</g>" * 20_000,
    ],
)
def test_a_plain_drawing_is_fine(inside: str) -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    assert what_runs("plan.svg", (SVG % inside).encode()) is None
    assert what_runs("plan.SVG", ('<?xml version="1.0"?>' + doctype + SVG % inside).encode()) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7 <script>"),
        ("a.png", b"\x89PNG\r\n\x1a\n<html>"),
        ("a.csv", b"a,b\n<b>,2\n"),
        ("a.txt", b"x < y\n"),
        ("a.txt", b"< 5 patients"),
        ("a.txt", b""),
        ("README", b"hello"),
        ("a.docx", b"PK\3\4"),
    ],
)
def test_other_files_are_fine(name: str, content: bytes) -> None:
    assert what_runs(name, content) is None
