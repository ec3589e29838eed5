/** A key result: what it says now, how far it is, its chart, its steps, and its readings as a table. */
import { chart } from "./chart.js";
import { confidence, day, e, each, icon, person, sure } from "./words.js";

/** All readings of a key result in order, with how sure the team was. */
export function readingsOf(it, objective) {
  const all = [...(it.readings ?? [])];
  for (const entry of objective.check_ins) {
    const value = entry.readings?.[it.id];
    if (value !== undefined) all.push({ date: entry.date, value, confidence: entry.confidence });
  }
  return all;
}

/** How far it is from its start to its target, in a hundred; -1 where that is not known. */
export function wayOf(it, readings) {
  if (it.start === undefined || it.target === undefined || !readings.length) return -1;
  const share = (readings.at(-1).value - it.start) / (it.target - it.start);
  return Math.max(0, Math.min(100, Math.round(100 * share)));
}

export function nowOf(it, readings) {
  const unit = it.unit ?? "";
  const words = readings.length ? `${readings.at(-1).value}${unit}` : "Not measured yet";
  if (it.milestones) return { words: `${new Set(readings.map((one) => one.value)).size} of ${it.milestones.length} steps done`, way: "" };
  if (it.done !== undefined) return { words: readings.length ? "Done" : "Not done yet", way: "" };
  if (it.find_out) return { words: "Not known yet", way: "to find out; any reading is the result" };
  const figure = readings.length > 0;
  if (it.at_most !== undefined) return { words, figure, way: `must stay at or under ${it.at_most}${unit}` };
  if (it.start !== undefined) return { words, figure, way: `from ${it.start}${unit}, aiming for ${it.target}${unit}` };
  return { words, figure, way: `aiming for ${it.target}${unit}, no starting value` };
}

function facts(it, objective, way, company) {
  const pair = it.pairs_with && objective.key_results.find((one) => one.id === it.pairs_with);
  const [ref, id] = it.same_as?.split("#") ?? [];
  const origin = company.objectives.get(ref);
  return `<span>${person(objective.owners[0])}</span>${way < 0 ? "" : `<span dir="auto">${way}% of the way</span>`}${it.weight ? `<span dir="auto">counts ${it.weight} times</span>` : ""}${pair ? `<span>kept honest by <a href="#${pair.id}" dir="auto">${e(pair.title)}</a></span>` : ""}${origin ? `<span>the same measure as <a href="${origin.url}#${id}" dir="auto">${e(it.title)}</a></span>` : ""}`;
}

function steps(it, readings) {
  const done = new Map();
  for (const one of readings) if (!done.has(one.value)) done.set(one.value, one.date);
  return `<ol class="steps">
${each(it.milestones, (step) => {
  const on = done.get(step.id);
  return `<li${on ? ' class="done"' : ""}>${icon(on ? "ok" : "todo")} <span dir="auto">${e(step.title)}</span> <span class="label">${on ? `done on ${day(on)}` : "open"}</span></li>\n`;
})}</ol>`;
}

function table(it, readings) {
  if (!readings.length) return "";
  const unit = e(it.unit ?? "");
  return `<details class="numbers"><summary>Numbers as a table<span class="vh" dir="auto">: ${e(it.title)}</span></summary><div class="scroll" tabindex="0" role="group" aria-label="${e(it.title)}"><table class="t"><thead><tr><th scope="col">Day</th><th scope="col" class="n">Reading</th><th scope="col">Confidence</th></tr></thead><tbody>
${each(readings, (one) => `<tr><td>${day(one.date)}</td><td class="n">${one.value}${unit}</td><td>${one.confidence ? sure(one.confidence).words : ""}</td></tr>\n`)}</tbody></table></div></details>`;
}

export function keyResult(it, objective, { number, readings, way, cycle, company }) {
  const now = nowOf(it, readings);
  const drawn = it.target !== undefined || it.at_most !== undefined;
  const below = it.milestones ? steps(it, readings) : drawn ? `${chart(it, readings, cycle, `k${number}`)}\n${table(it, readings)}` : "";
  return `<li class="kr" id="${it.id}"><span class="no" aria-hidden="true">${number}</span><div><h3 dir="auto">${e(it.title)}</h3>
<p class="now"><strong${now.figure ? "" : ' class="said"'}>${e(now.words)}</strong>${now.way ? ` <span>${e(now.way)}</span>` : ""}</p>
<p class="who">${confidence(readings.at(-1)?.confidence)}${facts(it, objective, way, company)}</p>
${it.note ? `<div class="note" dir="auto">${e(it.note)}</div>` : ""}
</div>
${below}
</li>
`;
}
