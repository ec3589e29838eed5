import { base } from "./base.js";
import { e, each, time } from "./words.js";

export function render(data) {
  const read = data.readings ? `<table class="t"><tbody>${each(data.readings, (one) => `<tr><td>${time(one.date)}</td><td class="n">${one.value}</td></tr>`)}</tbody></table>` : "";
  return base(data, `<header class="ph slim"><h1 dir="auto">${e(data.title)}</h1></header>
<div class="prose" dir="auto">${data.content}</div>
${read}
`);
}
