/** The pages of lists: what each shows and where it stands. Long ones are split. */
const slug = (name) => name.replaceAll(" ", "-");

function* split(kind, folder, title, items, size, more = {}) {
  const count = Math.max(1, Math.ceil(items.length / size));
  const urls = Array.from({ length: count }, (_, nth) => `/${folder}/index${nth ? `~${nth + 1}` : ""}.html`);
  for (const [nth, url] of urls.entries()) {
    yield { kind, title, url, urls, items: items.slice(nth * size, (nth + 1) * size), ...more };
  }
}

export function lists(company, about) {
  const made = [{ kind: "home", title: about.name, url: "/index.html", items: [] }];
  const all = [...company.objectives.values()];
  made.push(...split("rows", "objectives", "All objectives", all, 75));
  made.push(...split("asks", "asks", "Asks for help", all.filter((it) => it.check_ins.some((entry) => entry.ask)), 35));
  for (const { id: cycle } of about.cycles) {
    const own = company.places.get(cycle) ?? [];
    made.push(...split("rows", `objectives/${cycle}`, cycle, own, 75));
    made.push(...split("gathered", `cycles/${cycle}`, cycle, own, 16));
    made.push(...split("brief", `map/${cycle}`, cycle, own, 13));
    made.push(...split("changes", `changes/${cycle}`, cycle, own.filter((it) => it.check_ins.length), 14));
  }
  for (const [place, items] of company.places) {
    const [cycle, team] = place.split("/");
    if (team) made.push({ kind: "rows", title: `${company.teams.get(team).title}, ${cycle}`, url: `/objectives/${place}/index.html`, items });
  }
  for (const [tag, items] of company.tags) {
    const [first, ...others] = split("shelf", `tags/${tag}`, tag, items, 75);
    made.push(first, ...others);
  }
  for (const [name, items] of company.people) made.push({ kind: "person", title: name, url: `/people/${slug(name)}.html`, items });
  made.push(...names(company, about));
  return made;
}

function* names(company, about) {
  const cycles = (folder) => about.cycles.map(({ id }) => [`/${folder}/${id}/index.html`, id]);
  const named = (map) => [...map.values()].map((it) => [it.url, it.title]);
  yield { kind: "names", title: "Map", url: "/map/index.html", items: cycles("map") };
  yield { kind: "names", title: "Cycles", url: "/cycles/index.html", items: cycles("cycles") };
  yield { kind: "names", title: "What moved", url: "/changes/index.html", items: cycles("changes") };
  yield { kind: "names", title: "Teams", url: "/teams/index.html", items: named(company.teams) };
  yield { kind: "names", title: "What must not suffer", url: "/health/index.html", items: named(company.health) };
  yield { kind: "names", title: "Themes", url: "/themes/index.html", items: named(company.themes) };
  yield { kind: "names", title: "Pages", url: "/pages/index.html", items: [["/pages/page-1.html", "Page 1"]] };
  yield { kind: "names", title: "Tags", url: "/tags/index.html", items: [...company.tags.keys()].map((tag) => [`/tags/${tag}/index.html`, tag]) };
  yield { kind: "names", title: "People", url: "/people/index.html", items: [...company.people.keys()].map((name) => [`/people/${slug(name)}.html`, name]) };
}
