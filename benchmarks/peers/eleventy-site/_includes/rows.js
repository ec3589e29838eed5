/** An objective as a line, a row or a strand of a list. Each is made once. */
import { nowOf, readingsOf, wayOf } from "./key-result.js";
import { parent } from "./gathered.js";
import { confidence, e, each, icon, kept, latest, link, mark, person, sure, team, teamTag } from "./words.js";

const MISSION = '<li class="node beam"><span class="words" dir="auto">';

export const line = kept((it, company) => `${link(it)} ${teamTag(company, it)} ${mark(it)}`);

/** The way from the mission to an objective, as steps of a list. */
export const steps = kept((it, company, about) => {
  const up = it.supports[0];
  const above = parent(company, it);
  const theme = company.themes.get(up.to);
  const bare = '<div class="edge bare"><span class="vh">It supports what stands above, and does not say yet because of what.</span></div>';
  const first = `<li class="node beam"><span class="label">Mission</span><span class="stmt" dir="auto">${e(about.mission)}</span></li>
${theme ? `<li>${bare}<div class="node"><span class="label" dir="auto">Theme</span><a class="stmt" href="${theme.url}" dir="auto">${e(theme.title)}</a></div></li>\n` : ""}`;
  return `${above ? steps(above, company, about) : first}<li><div class="edge"><b>because</b> <span dir="auto">${e(up.because)}</span></div><div class="node"><span class="label" dir="auto">${e(company.teams.get(it.team).title)}</span><a class="stmt" href="${it.url}" dir="auto">${e(it.title)}</a></div></li>\n`;
});

const ups = kept((it, company, about) => {
  const above = parent(company, it);
  const theme = company.themes.get(it.supports[0].to);
  const first = `${MISSION}${e(about.mission)}</span></li>${theme ? `<li class="node">${link(theme)} <span class="team-tag" dir="auto">Theme</span></li>` : ""}`;
  return `${above ? ups(above, company, about) : first}<li class="node">${link(it)} ${teamTag(company, it)}</li>`;
});

const upward = kept((it, company, about) => `<span class="u">${icon("up")} <span dir="auto">${e(parent(company, it)?.title ?? about.mission)}</span></span>`);

export const row = kept((it, company, about) =>
  `<li><span class="t">${link(it)} ${teamTag(company, it)}</span>${upward(it, company, about)}<span class="c">${confidence(latest(it))}</span></li>`);

export const fullRow = kept((it, company, about) => {
  const words = [...it.owners, ...it.key_results.map((one) => one.title), ...it.tags].join(" ");
  const data = `data-team="${it.team}" data-tags="${it.tags.join(" ")}" data-mark="${sure(latest(it)).icon}" data-origin="${it.origin}" data-words="${e(words)}"`;
  return `<li data-row ${data}><span class="t">${link(it)}</span>${upward(it, company, about)}<span class="c">${confidence(latest(it))}</span></li>`;
});

export const pastRow = (it) => {
  const ended = it.closed ? `<span class="c"><span class="out">${icon("o-learned")} Closed</span></span><p class="learn" dir="auto">${e(it.closed.learned)}</p>` : it.dropped ? `<span class="c">Dropped</span><p class="learn" dir="auto">${e(it.dropped.why)}</p>` : "";
  return `<li><span class="t">${link(it)}</span><span class="u"><a href="/cycles/${it.cycle}/index.html" dir="auto">${it.cycle}</a></span>${ended}</li>`;
};

function dimension(it, readings) {
  const unit = e(it.unit ?? "");
  const x = 9 + 0.82 * Math.max(0, wayOf(it, readings));
  const last = readings.length ? `${readings.at(-1).value}${unit}` : "no reading";
  const at = readings.length ? `<svg class="v" aria-hidden="true"><text x="${x}%" y="12" text-anchor="middle" class="strong">${last}</text></svg>` : "";
  const drawn = readings.length ? `<line class="ln" x1="9%" x2="${x}%" y1="6" y2="6"/><circle class="pf" cx="${x}%" cy="6" r="4.5"/>` : "";
  return `<span class="dim"><span class="a" aria-hidden="true">${it.start}${unit}</span><span class="mid">${at}<svg aria-hidden="true"><line class="ax" x1="9%" x2="91%" y1="6" y2="6"/><svg x="9%" overflow="visible"><path class="ax" d="M-4 11 4 1"/></svg><svg x="91%" overflow="visible"><path class="tg" d="M-4 11 4 1"/></svg>${drawn}</svg></span><span class="z" aria-hidden="true">${it.target}${unit}</span><span class="vh">Start ${it.start}${unit}, now ${last}, target ${it.target}${unit}.</span></span>`;
}

function head(it, company, about) {
  const above = parent(company, it);
  return `<article class="obj strand" aria-labelledby="${it.ref}">
<ol class="ups" aria-label="Why this matters">${above ? ups(above, company, about) : `${MISSION}${e(about.mission)}</span></li>`}</ol><p class="up"><b>because</b> <span class="words" dir="auto">${e(it.supports[0].because)}</span></p><div class="node here"><h3 id="${it.ref}">${link(it)}</h3></div>
`;
}

export function strand(it, company, about) {
  const results = each(it.key_results, (one) => {
    const readings = readingsOf(one, it);
    const measured = one.start !== undefined && one.target !== undefined;
    return `<li><span><a href="${it.url}#${one.id}" dir="auto">${e(one.title)}</a></span>${measured ? dimension(one, readings) : `<span class="krwords">${e(nowOf(one, readings).words)}</span>`}</li>`;
  });
  const below = company.supporters.get(it.ref);
  return `${head(it, company, about)}<p class="meta"><span>${confidence(latest(it))}</span><span>${it.owners.map(person).join(", ")}</span></p>
<ol class="krl">${results}</ol>${below ? `<div class="down"><p>Supported by</p><ul>${each(below, (one) => `<li>${link(one.it)} ${teamTag(company, one.it)}</li>`)}</ul></div>` : ""}</article>
`;
}

export const brief = kept((it, company, about) => `${head(it, company, about)}<p class="meta"><span>${team(company, it.team)}</span><span>${confidence(latest(it))}</span></p>
<ul class="krl bare-titles" aria-label="How we will know">${each(it.key_results, (one) => `<li><a href="${it.url}#${one.id}" dir="auto">${e(one.title)}</a></li>`)}</ul></article>
`);

export const gatheredUnder = (it, company, about) =>
  `<section><h3>${link(it)} <span>${confidence(latest(it))}</span></h3>${upward(it, company, about)}<ul class="rows">${each(company.supporters.get(it.ref), (one) => row(one.it, company, about))}</ul></section>
`;

const STATES = { asked: "Asked for", agreed: "Agreed", declined: "Declined", delivered: "Delivered" };

export function need(to, asked, company, day) {
  const tag = to.team ? ` ${teamTag(company, to)}` : "";
  return `<li><a class="stmt-link" href="${to.url}" dir="auto">${e(to.title)}</a>${tag}<span class="because" dir="auto">${e(asked.need)}</span><span class="label standing ${asked.state}">${STATES[asked.state]}, by ${day(asked.by)}</span></li>`;
}

export const needed = (company, to) => (to.startsWith("team:") ? company.teams.get(to.slice(5)) : company.objectives.get(to));
