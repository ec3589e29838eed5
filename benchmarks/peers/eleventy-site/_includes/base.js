/** What stands around every page. */
import { readFileSync } from "node:fs";
import { assets } from "./assets.js";
import { e, each } from "./words.js";

const symbols = readFileSync(new URL("symbols.html", import.meta.url), "utf8");

let head;
const heads = () =>
  (head ??= `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
${each(assets.names, (name) => {
  const to = assets.addresses[name];
  if (name.endsWith(".css")) return `<link rel="stylesheet" href="${to}">\n`;
  if (name.endsWith(".js")) return `<script src="${to}" defer></script>\n`;
  return `<link rel="icon" href="${to}" type="image/svg+xml">\n`;
})}`);

const MENU = [["map", "Map"], ["teams", "Teams"], ["objectives", "Objectives"], ["people", "People"], ["cycles", "Cycles"], ["changes", "What moved"]];
const FOOT = [["pages/page-1.html", "How to read these pages"], ["pages/page-2.html", "What scores are for"], ["cycles/index.html", "Cycles"], ["changes/index.html", "What moved"], ["asks/index.html", "Asks for help"], ["themes/index.html", "Themes"], ["tags/index.html", "Tags"]];

const top = (name, here) => `<a class="skip" href="#p:main">Skip to content</a>
<header class="top"><div class="wrap">
<a class="mark" href="/index.html"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor"><path d="M2 3h20v5H2zM2 10h11v5H2zM15 10h7v5h-7zM2 17h5v5H2zM9 17h13v5H9z"/></svg><span dir="auto">${e(name)}</span></a>
<nav class="site-nav" aria-label="Site"><ul class="nav">
${each(MENU, ([folder, words]) => `<li><a href="/${folder}/index.html"${folder === here ? ' aria-current="true"' : ""} dir="auto">${words}</a></li>\n`)}</ul></nav>
<div class="tools"><a class="btn find-btn" href="/objectives/index.html" aria-keyshortcuts="/ Control+K"><svg class="g" width="16" height="16" aria-hidden="true"><use href="#i:look"/></svg><span>Find</span><kbd class="js-only" aria-hidden="true">/</kbd></a><button class="btn icon js-only" type="button" data-theme-toggle aria-label="Switch between light and dark"><svg class="g" width="16" height="16" aria-hidden="true"><use href="#i:half"/></svg></button></div>
</div></header>`;

const tops = new Map();
const topOf = (name, here) => tops.get(here) ?? tops.set(here, top(name, here)).get(here);

const foot = `<div class="ends"><div class="statement">
<p>A score is a team’s own note to itself. It is not a rating of a person or a team, and nothing on this site is ranked.</p>
</div>
<ul>
${each(FOOT, ([to, words]) => `<li><a href="/${to}" dir="auto">${words}</a></li>\n`)}</ul></div>`;

export function base(data, main) {
  const url = data.page.url;
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
${heads()}<title>${e(data.title)} – ${e(data.company.name)}</title>
<meta name="description" content="${e(data.why ?? data.title)}">
</head>
<body>
${symbols}${topOf(data.company.name, url.split("/", 2)[1])}
<main id="p:main" tabindex="-1">
<div class="wrap">
${main}</div>
</main>
<footer class="title-block"><div class="wrap">
<dl>
<div><dt>Sheet</dt><dd><span dir="auto">${e(data.title)}</span></dd></div>
<div><dt>Source</dt><dd><span dir="auto">${e(data.page.inputPath)}</span></dd></div>
<div><dt>Permanent link</dt><dd><a href="#p:main" data-permalink data-copied="Copied">${url}</a></dd></div>
</dl>
${foot}
</div></footer>
</body>
</html>
`;
}
