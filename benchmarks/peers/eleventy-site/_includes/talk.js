/** What people said: check-ins and asks for help. */
import { day, e, each, icon, kept, link, person, sure, team, time } from "./words.js";

function value(it, now, was) {
  if (it.milestones) return `${e(it.milestones.find((step) => step.id === now)?.title ?? "")} done`;
  if (now === true) return "done";
  const from = was ?? it.start;
  return `${from === undefined ? "" : `${from}${e(it.unit ?? "")} to `}${now}${e(it.unit ?? "")}`;
}

function moved(entry, was, it) {
  if (!entry.readings) return "";
  const links = it.key_results.map((one, nth) => {
    const now = entry.readings[one.id];
    if (now === undefined) return "";
    return ` <a href="${it.url}#${one.id}"><span class="vh" dir="auto">${e(one.title)}: </span>(${nth + 1}) ${value(one, now, was[one.id])}</a>`;
  });
  return `<p class="moved">Key results${links.join("")}</p>`;
}

export function checkIn(entry, was, it) {
  const said = sure(entry.confidence);
  return `<li id="c:${entry.date}"><article><svg class="dot" aria-hidden="true"><use href="#i:${said.icon}"/></svg><h3 class="when">${time(entry.date)} <span class="quiet">${said.words}${was.confidence ? `, was ${was.confidence}` : ""}</span></h3>
<p class="meta">${person(entry.by)}</p>${entry.learned ? `<div class="say" dir="auto">${e(entry.learned)}</div>` : ""}${entry.blocked ? `<p class="blocked"><b>In the way</b> <span dir="auto">${e(entry.blocked)}</span></p>` : ""}${moved(entry, was, it)}</article></li>
`;
}

/** The check-ins of an objective, the latest first; each says what it moved. */
export const log = kept((it) => {
  const made = [];
  const was = {};
  for (const entry of it.check_ins) {
    made.push(checkIn(entry, was, it));
    Object.assign(was, entry.readings, { confidence: entry.confidence });
  }
  return made.reverse().join("");
});

export const asksOf = (it) => it.check_ins.filter((entry) => entry.ask);

export function ask(entry, it, company, about) {
  const answered = entry.replies;
  return `<article class="ask${answered ? " answered" : ""}"><h3 class="k">${answered ? `${icon("ok")} Answered` : `${icon("pen")} Ask`} <time datetime="${entry.date}">${answered ? "asked" : "open since"} ${day(entry.date)}</time></h3>
<blockquote dir="auto">${e(entry.ask.what)}</blockquote>
<p class="re">${person(entry.by)}, ${team(company, it.team)} <span class="of">to ${team(company, entry.ask.of)}</span></p>
${each(answered, (reply) => `<div class="reply"><blockquote dir="auto">${e(reply.text)}</blockquote><p class="re">${person(reply.by)}, <time datetime="${reply.date}">${day(reply.date)} ${reply.date.slice(0, 4)}</time></p></div>`)}
${about ? `<p class="re">For: ${link(it)}</p>` : ""}
</article>
`;
}
