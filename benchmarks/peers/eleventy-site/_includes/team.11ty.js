import { base } from "./base.js";
import { need, needed, pastRow, strand } from "./rows.js";
import { ask, asksOf, checkIn } from "./talk.js";
import { day, e, each, icon, link, person, team } from "./words.js";

function counted(ids) {
  const counts = new Map();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts];
}

export function render(data) {
  const company = data.collections.company;
  const about = data.company;
  const [current, ...earlier] = about.cycles.map((one) => one.id).reverse();
  const own = company.places.get(`${current}/${data.id}`) ?? [];
  const past = earlier.flatMap((cycle) => company.places.get(`${cycle}/${data.id}`) ?? []);
  const above = counted(own.flatMap((it) => it.supports.map((edge) => company.objectives.get(edge.to.split("#", 1)[0])?.team).filter(Boolean)));
  const below = counted(own.flatMap((it) => (company.supporters.get(it.ref) ?? []).map((one) => one.it.team)));
  const flow = (items) => each(items, ([id, count]) => `<li>${team(company, id)} <span>${count} objectives</span></li>`);
  const needers = [...own.flatMap((it) => company.needers.get(it.ref) ?? []), ...(company.needers.get(`team:${data.id}`) ?? [])];
  const needs = own.flatMap((it) => it.depends_on ?? []).map((asked) => [needed(company, asked.to), asked]).filter(([to]) => to);
  const parted = data.parent ? `<dt>Part of</dt><dd>${team(company, data.parent)}</dd>` : "";
  return base(data, `<header class="ph"><nav aria-label="Where this is"><ul class="crumbs"><li><a href="/teams/index.html" dir="auto">Teams</a></li>${data.parent ? `<li>${team(company, data.parent)}</li>` : ""}</ul></nav><h1 dir="auto">${e(data.title)}</h1><div class="lede prose" dir="auto">${data.content}</div></header><section class="flow" aria-label="How ${e(data.title)} connects">
<div><h2>${icon("up")} We support</h2><ul>${flow(above)}</ul></div>
<div><h2>${icon("down")} Supported by</h2><ul>${flow(below)}</ul></div>
</section>
<div class="cols side tight"><div class="mainly">
<section aria-labelledby="in"><h2 id="in" class="vh">Objectives in ${current}</h2>
${each(own, (it) => strand(it, company, about))}</section>
<section class="block" aria-labelledby="p:sides"><h2 id="p:sides">Who needs whom</h2><div class="cols two tight">
<div><h3 class="sub">Who needs us</h3><ul class="sides">${each(needers, (one) => need(one.it, one.need, company, day))}</ul></div>
<div><h3 class="sub">Whom we need</h3><ul class="sides">${each(needs, ([to, asked]) => need(to, asked, company, day))}</ul></div></div></section>
<section class="block" aria-labelledby="p:earlier"><h2 id="p:earlier">Earlier, and what we learned</h2><ul class="rows first">${each(past, pastRow)}</ul></section>
</div>
<div class="notes">
<section aria-labelledby="p:askh"><h2 id="p:askh">Asks for help</h2><div class="log">${each([...own, ...past], (it) => each(asksOf(it), (entry) => ask(entry, it, company, true)))}</div></section>
<section aria-labelledby="p:logh"><h2 id="p:logh">Latest check-ins</h2><ol class="log">${each(own, (it) => `<li>${link(it)}</li>${each(it.check_ins.slice(-2), (entry) => checkIn(entry, {}, it))}`)}</ol></section><section class="facts" aria-labelledby="p:abth"><h2 id="p:abth">About the team</h2><dl class="log">
${parted}<dt>People</dt><dd><ul>${data.lead ? `<li>${person(data.lead)} <span class="label">leads</span></li>` : ""}</ul></dd><dt>All its objectives, by cycle</dt><dd>${each(about.cycles, ({ id }) => `<a href="/objectives/${id}/${data.id}/index.html" dir="auto">${id}</a> `)}</dd></dl></section>
</div></div>
`);
}
