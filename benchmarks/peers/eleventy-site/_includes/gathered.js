/** What points at what, gathered once for the whole site. */
let found;

const add = (map, key, value) => {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
};

const whole = (to) => to.split("#", 1)[0];

export function gathered(all) {
  if (found?.all.length === all.length) return found;
  const maps = ["objectives", "teams", "health", "themes", "supporters", "needers", "later", "people", "tags", "places"];
  found = { all, ...Object.fromEntries(maps.map((name) => [name, new Map()])) };
  for (const { url, data } of all) {
    if (data.ref) objective(found, { check_ins: [], ...data, url });
    else if (url?.startsWith("/teams/")) team(found, { ...data, url });
    else if (url?.startsWith("/health/")) found.health.set(data.id, { ...data, url });
    else if (url?.startsWith("/themes/")) found.themes.set(`theme:${data.id}`, { ...data, url });
  }
  return found;
}

function objective(found, it) {
  found.objectives.set(it.ref, it);
  for (const edge of it.supports) add(found.supporters, whole(edge.to), { it, because: edge.because });
  for (const need of it.depends_on ?? []) add(found.needers, need.to, { it, need });
  if (it.continues) add(found.later, it.continues.to, { it, because: it.continues.because });
  for (const name of it.people) add(found.people, name, it);
  for (const tag of it.tags) add(found.tags, tag, it);
  add(found.places, `${it.cycle}/${it.team}`, it);
  add(found.places, it.cycle, it);
}

function team(found, it) {
  found.teams.set(it.id, it);
  for (const name of it.people) if (!found.people.has(name)) found.people.set(name, []);
}

export const parent = (company, it) => company.objectives.get(whole(it.supports[0].to));
