/** Small pieces that many pages are put together from. */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const e = (text) => String(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

/** Make a part once for each objective or team; ask again and it is there. */
export function kept(make) {
  const made = new WeakMap();
  return (it, ...more) => {
    let part = made.get(it);
    if (part === undefined) made.set(it, (part = make(it, ...more)));
    return part;
  };
}

export const each = (items, show) => (items ?? []).map(show).join("");
export const day = (date) => `${+date.slice(8)} ${MONTHS[+date.slice(5, 7) - 1]}`;
export const time = (date) => `<time datetime="${date}">${day(date)}</time>`;
export const seconds = (date) => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8)) / 1000;
export const icon = (name) => `<svg class="g" aria-hidden="true"><use href="#i:${name}"/></svg>`;
export const person = (name) => `<a href="/people/${name.replaceAll(" ", "-")}.html" dir="auto">${e(name)}</a>`;
export const link = (it) => `<a href="${it.url}" dir="auto">${e(it.title)}</a>`;
export const team = (company, id) => link(company.teams.get(id));
export const teamTag = (company, it) => `<span class="team-tag" dir="auto">${e(company.teams.get(it.team).title)}</span>`;

export function sure(confidence) {
  if (!confidence) return { icon: "c0", words: "No check-in yet" };
  if (confidence >= 7) return { icon: "c3", words: `Confident ${confidence}/10` };
  if (confidence >= 4) return { icon: "c2", words: `Unsure ${confidence}/10` };
  return { icon: "c1", words: `Doubtful ${confidence}/10` };
}

export const latest = (it) => it.check_ins.at(-1)?.confidence ?? 0;

export function confidence(value) {
  const said = sure(value);
  return `<span class="conf">${icon(said.icon)} ${said.words}</span>`;
}

export function mark(it) {
  const value = latest(it);
  const said = sure(value);
  return `<span class="conf">${icon(said.icon)} ${value ? `<span aria-hidden="true">${value}/10</span>` : ""}<span class="vh">${said.words}</span></span>`;
}
