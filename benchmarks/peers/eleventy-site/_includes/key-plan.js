/** Where a team stands on a small map: a row a level, its teams side by side. */
let places;

function placed(company) {
  const all = [...company.teams.values()];
  const boxes = new Map();
  const below = Map.groupBy ? Map.groupBy(all, (it) => it.parent) : all.reduce((map, it) => map.set(it.parent, [...(map.get(it.parent) ?? []), it]), new Map());
  let drawn = "";
  let level = below.get(undefined);
  for (let rank = 0; level.length; rank += 1) {
    const width = 320 / level.length;
    const wide = Math.max(0.8, width - 0.8).toFixed(1);
    for (const [nth, it] of level.entries()) {
      const box = `M${(nth * width).toFixed(1)} ${(15.1 + 17.4 * rank).toFixed(1)}h${wide}v14h-${wide}z`;
      boxes.set(it.id, box);
      if (width >= 6 || nth % 12 === 0) drawn += box;
    }
    level = level.flatMap((it) => below.get(it.id) ?? []);
  }
  return { boxes, drawn };
}

export function keyPlan(id, company) {
  places ??= placed(company);
  let above = "";
  for (let it = company.teams.get(id); it.parent; it = company.teams.get(it.parent)) above += places.boxes.get(it.parent);
  return `<svg viewBox="0 0 320 105" aria-hidden="true"><g><path class="beam" d="M0 0H320V12.5H0z"/><path class="st" d="${places.drawn}"/><path class="gr" d="M0 104H320"/><path class="up" d="${above}"/><path class="here" d="${places.boxes.get(id)}"/></g></svg>`;
}
