/** What stands on each kind of list. */
import { ask, asksOf, log } from "./talk.js";
import { brief, fullRow, gatheredUnder, row, strand } from "./rows.js";
import { e, each, link } from "./words.js";

const title = (list) => `<header class="ph slim"><h1 dir="auto">${e(list.title)}</h1></header>
${list.urls?.length > 1 ? `<nav class="partnav" aria-label="Parts of this list"><ol>${each(list.urls, (url) => `<li>${url === list.url ? '<span aria-current="page" dir="auto">' : `<a href="${url}" data-part dir="auto">`}${list.urls.indexOf(url) + 1}${url === list.url ? "</span>" : "</a>"}</li>`)}</ol></nav>` : ""}
`;

let form;
const filter = (company) =>
  (form ??= `<form class="filter js-only" data-filter role="search" aria-label="Filter objectives">
<label class="wide">Words<input type="search" data-f="words" placeholder="for example: night, medicines" autocomplete="off"></label>
<label>Tag<select data-f="tags"><option value="">All tags</option>${each([...company.tags.keys()], (tag) => `<option value="${tag}">${tag}</option>`)}</select></label>
<label>How sure<select data-f="mark"><option value="">Any</option><option value="c3">Confident</option><option value="c2">Unsure</option><option value="c1">Doubtful</option><option value="c0">No check-in yet</option></select></label>
<label>Origin<select data-f="origin"><option value="">Any</option><option value="team">Proposed by the team</option><option value="negotiated">Agreed with others</option><option value="assigned">Asked of the team</option></select></label>
<label>Asks<select data-f="ask"><option value="">Any</option><option value="1">With an open ask</option></select></label><button class="btn" type="reset">Clear</button></form>
<p class="count js-only" role="status" data-status data-one="%s objectives on this page" data-other="%s objectives on this page"></p>
<div class="nojs"><p class="by">Or read by tag:</p><ul class="tags">${each([...company.tags.keys()], (tag) => `<li><a href="/tags/${tag}/index.html" dir="auto">${tag}</a></li>`)}</ul></div>
`);

const of = ({ collections, company }) => [collections.company, company];
const index = (show, around, before = () => "") => (list, data) =>
  `${title(list)}${before(data.collections.company)}${around[0]}${each(list.items, (it) => show(it, ...of(data)))}${around[1]}\n`;

function person(list, data) {
  const [company, about] = of(data);
  const current = about.cycles.at(-1).id;
  const own = list.items.filter((it) => it.owners.includes(list.title));
  const asked = list.items.flatMap((it) => asksOf(it).filter((entry) => entry.by === list.title).map((entry) => ask(entry, it, company, true)));
  const leads = [...company.teams.values()].filter((it) => it.lead === list.title);
  return `${title(list)}<div class="cols side tight"><div class="mainly">
${leads.length ? `<p class="by">${leads.map(link).join(" ")}</p>` : ""}
<section aria-labelledby="p:own"><h2 class="sech" id="p:own">Looks after</h2>
${each(own.filter((it) => it.cycle === current), (it) => brief(it, company, about))}</section>
<section class="block" aria-labelledby="p:earlier"><h2 id="p:earlier">In earlier cycles</h2><ul class="rows first">${each(own.filter((it) => it.cycle !== current), (it) => row(it, company, about))}</ul></section></div>
<div class="notes">
<section aria-labelledby="p:asked"><h2 id="p:asked">Asked</h2><div class="log">${asked.join("")}</div></section>
</div></div>
`;
}

function home(list, data) {
  const [company, about] = of(data);
  const own = company.places.get(`${about.cycles.at(-1).id}/company`);
  return `<header class="ph"><h1 dir="auto">${e(about.mission)}</h1></header>
${each(own, (it) => strand(it, company, about))}`;
}

const changed = (it) => `<li><h3 class="when">${link(it)}</h3><ol class="log">${log(it)}</ol></li>\n`;
const asked = (it, company) => each(asksOf(it), (entry) => ask(entry, it, company, true));
const named = ([url, words]) => `<li><span class="t"><a href="${url}" dir="auto">${e(words)}</a></span></li>`;

export const kinds = {
  home,
  person,
  rows: index(fullRow, ['<div class="index" data-rows><ul class="rows">', "</ul></div>"], filter),
  shelf: index(row, ['<section class="shelf"><ul class="rows first">', "</ul></section>"]),
  gathered: index(gatheredUnder, ['<section class="index" aria-label="What we set out to do">', "</section>"]),
  brief: index(brief, ['<section class="index" aria-label="What we set out to do">', "</section>"]),
  changes: index(changed, ['<ol class="log plain">', "</ol>"]),
  asks: index(asked, ['<div class="log">', "</div>"]),
  names: index(named, ['<ul class="rows first">', "</ul>"]),
};
