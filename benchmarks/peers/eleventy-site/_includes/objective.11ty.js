import { base } from "./base.js";
import { cycleOf } from "./chart.js";
import { parent } from "./gathered.js";
import { keyPlan } from "./key-plan.js";
import { keyResult, readingsOf, wayOf } from "./key-result.js";
import { line, need, needed, steps } from "./rows.js";
import { ask, asksOf, log } from "./talk.js";
import { confidence, day, e, each, icon, link, person, team, teamTag, time } from "./words.js";

const AIMS = { committed: "Committed: others rely on it being reached", aspirational: "Aspirational: high enough that not reaching it teaches too", learning: "Learning: to find out what is not known yet" };
const ORIGINS = { team: "Proposed by the team", negotiated: "Agreed with others", assigned: "Asked of the team", claimed: "Claimed by the team" };

const some = (items, show) => (items?.length ? show(items) : "");
const fact = (name, said) => (said ? `<dt>${name}</dt><dd>${said}</dd>\n` : "");

function far(measured, all) {
  const known = measured.filter(({ way }) => way >= 0);
  if (!known.length) return "";
  const least = known.reduce((one, other) => (other.way < one.way ? other : one)).it;
  const mean = Math.round(known.reduce((sum, { way }) => sum + way, 0) / known.length);
  return `${mean}% of the way, ${known.length} of ${all.length} measured<span class="part">least far: <a href="#${least.id}" dir="auto">${e(least.title)}</a></span>`;
}

function facts(it, cycle, measured) {
  const last = it.check_ins.at(-1);
  const ended = it.closed ? `Closed <span class="label">on ${time(it.closed.date)}</span>` : it.dropped && `Dropped <span class="label">on ${time(it.dropped.date)}</span>`;
  return [
    fact("Outcome", ended),
    fact("Score", it.score !== undefined && `${it.score} <span class="label">the team’s own note, not a rating</span>`),
    fact("Now", last && `${confidence(last.confidence)} <span class="label">on ${time(last.date)}</span>`),
    fact("How far", far(measured, it.key_results)),
    fact("Looked after by", it.owners.map(person).join(", ")),
    fact("Kind", AIMS[it.aim]),
    fact("Origin", ORIGINS[it.origin]),
    fact("Cycle", `<a href="/cycles/${it.cycle}/index.html" dir="auto">${it.cycle}</a>, ${cycle.dates}`),
    fact("Tags", `<ul class="tags">${each(it.tags, (tag) => `<li><a href="/tags/${tag}/index.html" dir="auto">${tag}</a></li>`)}</ul>`),
  ].join("");
}

const ending = (it) => it && `<section class="ending"><h2 class="h2">How it ended</h2>${it.why ? `<h3 class="sub">Why it was dropped</h3><div class="whytext" dir="auto">${e(it.why)}</div>` : ""}${it.learned ? `<h3 class="sub">What we learned</h3><div class="whytext" dir="auto">${e(it.learned)}</div>` : ""}</section>\n`;
const told = (it, because, tag) => `<li><a class="stmt-link" href="${it.url}" dir="auto">${e(it.title)}</a> <span class="team-tag" dir="auto">${tag}</span>${because}</li>`;
const because = (words) => `<span class="because" dir="auto">${e(words)}</span>`;

function also(it, company) {
  const others = it.supports.slice(1).map((edge) => [company.objectives.get(edge.to.split("#", 1)[0]), edge]).filter(([to]) => to);
  return some(others, (shown) => `<section><h2 class="sub">${icon("up")} It also supports</h2><ul>
${each(shown, ([to, edge]) => {
  const above = parent(company, to);
  const upward = above ? `<ol class="upward" aria-label="What that supports"><li><span class="vh">which supports </span>${link(above)}</li></ol>` : "";
  return told(to, `<span class="because"><b>because</b> <span dir="auto">${e(edge.because)}</span></span>${upward}`, e(company.teams.get(to.team).title));
})}</ul></section>\n`);
}

function health(id, company) {
  const it = company.health.get(id);
  const last = it.readings.at(-1);
  return `<li><a class="stmt-link" href="${it.url}" dir="auto">${e(it.title)}</a><span class="because">${last.value} ${e(it.unit)}, ${time(last.date)}; must stay at or under ${it.at_most} ${e(it.unit)}; <strong>${last.value <= it.at_most ? "held" : "not held"}</strong></span></li>\n`;
}

function lateral(it, company) {
  const from = company.objectives.get(it.continues?.to);
  const beside = company.places.get(`${it.cycle}/${it.team}`).filter((one) => one.ref !== it.ref).slice(0, 3);
  const needs = (it.depends_on ?? []).map((asked) => [needed(company, asked.to), asked]).filter(([to]) => to);
  return `<div class="lateral">
${also(it, company)}${some(needs, (all) => `<section><h2 class="sub">${icon("lat")} Needs</h2><ul>${each(all, ([to, asked]) => need(to, asked, company, day))}</ul></section>\n`)}${some(company.needers.get(it.ref), (all) => `<section><h2 class="sub">${icon("lat")} Needed by</h2><ul>${each(all, (one) => need(one.it, one.need, company, day))}</ul></section>\n`)}${some(it.health, (all) => `<section><h2 class="sub">What must not suffer</h2><ul>${each(all, (id) => health(id, company))}</ul></section>\n`)}${from ? `<section><h2 class="sub">Where it comes from</h2><ul>${told(from, because(it.continues.because), from.cycle)}</ul></section>\n` : ""}${some(beside, (all) => `<section><h2 class="sub">Beside it</h2><p class="label">What else the team works on in this cycle.</p><ul>${each(all, (one) => `<li>${line(one, company)}</li>`)}</ul></section>\n`)}</div>
`;
}

function notes(it, company) {
  return `<div class="notes">
${ending(it.closed) ?? ""}${ending(it.dropped) ?? ""}${some(company.later.get(it.ref), (all) => `<section aria-labelledby="p:became"><h2 id="p:became" class="h2">What became of it</h2><ul class="lines">${each(all, (one) => told(one.it, because(one.because), one.it.cycle))}</ul></section>\n`)}${some(asksOf(it), (all) => `<section aria-labelledby="p:asks"><h2 id="p:asks" class="h2">Asks for help</h2><div class="log">
${each(all, (entry) => ask(entry, it, company, false))}</div></section>\n`)}<section aria-labelledby="p:log"><h2 id="p:log" class="h2">Check-ins</h2>
${it.check_ins.length ? `<ol class="log">\n${log(it)}</ol>` : '<div class="empty"><p>No check-in yet.</p>The first one can be two sentences: what we tried, what we saw.</div>'}
</section>
</div>
`;
}

function supporters(it, company) {
  return some(company.supporters.get(it.ref), (all) => `<p class="label">Objectives that chose to support this one, and their reason.</p></div>
<ul class="tree">
${each(all, (one) => `<li><div class="it">${line(one.it, company)}<span class="because"><b>because</b> <span dir="auto">${e(one.because)}</span></span></div></li>\n`)}</ul>`)
    || `<div class="empty"><p>No objective says yet that it supports this one.</p>If yours does, add <code>supports: ${it.ref}</code> and one sentence of reason to it.</div></div>`;
}

export function render(data) {
  const company = data.collections.company;
  const it = company.objectives.get(data.ref);
  const cycle = cycleOf(it.cycle, data.company);
  const above = parent(company, it);
  const measured = it.key_results.map((one) => {
    const readings = readingsOf(one, it);
    return { it: one, readings, way: wayOf(one, readings) };
  });
  const mission = `<li class="node beam"><span class="label">Mission</span><span class="stmt" dir="auto">${e(data.company.mission)}</span></li>`;
  return base(data, `<div class="sheet">
<div class="head"><div class="strand"><nav class="chain" aria-label="Why this matters">
<ol>
${above ? steps(above, company, data.company) : mission}
</ol>
</nav>
<div class="edge"><b>because</b> <span dir="auto">${e(it.supports[0].because)}</span></div>
<div class="node here"><p class="label">${team(company, it.team)}</p><h1 dir="auto">${e(it.title)}</h1><div class="whytext" dir="auto">${e(it.why)}</div></div></div></div>
<aside class="facts" aria-label="About this objective"><figure class="keyplan"><a href="/map/${it.cycle}/index.html" aria-label="Where this is on the map">${keyPlan(it.team, company)}</a><figcaption class="label">Where this sits under the mission</figcaption></figure>
<dl>
${facts(it, cycle, measured)}</dl></aside>
<section class="krs" aria-labelledby="p:krs"><div class="strand"><div class="inner"><h2 id="p:krs" class="h2">${cycle.over ? "Where it ended" : "How we will know"}</h2>
<p class="label">Key results. Each dot is a reading; the fuller the dot, the surer the team. The upright line is this week.</p></div>
<ol>
${measured.map(({ it: one, readings, way }, nth) => keyResult(one, it, { number: nth + 1, readings, way, cycle, company })).join("")}</ol>
</div></section>
${notes(it, company)}<div class="below">
<section class="strand body" aria-labelledby="p:more"><div class="inner"><h2 class="h2" id="p:more">What else to know</h2><div class="prose" dir="auto">${data.content}</div></div></section>
<section class="strand ends" aria-labelledby="p:support"><div class="inner"><h2 class="h2" id="p:support">Supported by</h2>
${supporters(it, company)}
</section>
${lateral(it, company)}</div>
</div>
`);
}
