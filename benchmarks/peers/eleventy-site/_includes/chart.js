/** The history of a key result: levels as lines, a dot a reading, as full as the team was sure. */
import { day, e, each, seconds } from "./words.js";

const LEVELS = [["start", "start", "bs", "Start"], ["target", "target", "tg", "Target"], ["at_most", "at most", "tg", "At most"]];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const cycles = new Map();

/** A cycle as charts need it: its first second, its length, the names of its months, and where today is. */
export function cycleOf(id, about) {
  const there = cycles.get(id);
  if (there) return there;
  const { start, end } = about.cycles.find((one) => one.id === id);
  const first = seconds(start);
  const length = seconds(end) - first;
  const at = (second) => (6 + (270 * (second - first)) / length).toFixed(1);
  const months = [0, 1, 2, 3].map((nth) => {
    const month = +start.slice(5, 7) + nth;
    return [at(seconds(`${start.slice(0, 4)}-${String(month).padStart(2, "0")}-01`)), MONTHS[month - 1].slice(0, 3)];
  });
  const names = each(months, ([x, name]) => `<text x="${x}" y="135">${name}</text>`);
  const today = seconds(about.today);
  const over = first + length < today;
  const made = {
    first,
    length,
    over,
    axis: `${names}<path class="ax" d="${each(months, ([x]) => `M${x} 118v4`)}M6 118H276"/>`,
    now: over ? "" : `<line class="td" x1="${at(today)}" x2="${at(today)}" y1="8" y2="118"/>`,
    dates: `${day(start)} to ${day(end)} ${end.slice(0, 4)}`,
    ends: `${+end.slice(8)} ${MONTHS[+end.slice(5, 7) - 1]} ${end.slice(0, 4)}`,
  };
  cycles.set(id, made);
  return made;
}

const dot = ({ x, y, sure }) =>
  `<circle class="${sure >= 7 ? "pf" : "pt"}" cx="${x}" cy="${y}" r="5"/>${sure >= 4 && sure < 7 ? `<path class="pf" d="M${x} ${y}a5 5 0 0 0 0 10z"/>` : ""}`;

export function chart(it, readings, cycle, key) {
  const unit = e(it.unit ?? "");
  const levels = LEVELS.filter(([name]) => it[name] !== undefined).map(([name, words, kind, said]) => ({ value: it[name], words, kind, said }));
  const values = [...levels, ...readings].map((one) => one.value);
  const low = Math.min(...values);
  const span = Math.max(0.001, Math.max(...values) - low);
  const across = (date) => (6 + (270 * (seconds(date) - cycle.first)) / cycle.length).toFixed(1);
  const up = (value) => (108 - (92 * (value - low)) / span).toFixed(1);
  const dots = readings.map((one) => ({ x: across(one.date), y: up(one.value), sure: one.confidence ?? 0 }));
  const said = readings.map((one) => `${day(one.date)} ${one.value}${unit}${one.confidence ? `, confidence ${one.confidence} of 10` : ""}`);
  const line = [...(it.start === undefined ? [] : [`6,${up(it.start)}`]), ...dots.map(({ x, y }) => `${x},${y}`)];
  const last = dots.at(-1);
  return `<svg class="hist" viewBox="0 0 352 138" role="img" aria-labelledby="${key}:t ${key}:d"><title id="${key}:t">History of “${e(it.title)}”</title><desc id="${key}:d">${each(levels, (one) => `${one.said} ${one.value}${unit}. `)}${said.join("; ") || "No reading yet"}. By ${cycle.ends}.</desc>${cycle.axis}${each(levels, (one) => {
    const y = up(one.value);
    return `<path class="${one.kind}" d="M6 ${y}H276"/><text${one.kind === "bs" ? "" : ' class="tgt"'} x="284" y="${y}">${one.words} ${one.value}${unit}</text>`;
  })}${cycle.now}${last ? `<polyline class="ln" points="${line.join(" ")}"/>${each(dots, dot)}<text class="strong halo" x="${last.x}" y="${last.y}" dx="10" dy="4">${readings.at(-1).value}${unit}</text>` : ""}</svg>`;
}
