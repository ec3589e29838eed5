/* The palette of Find: a field, what was found under headings, and the keys to move in it. All of it links and plain text. */
okrsiteFind(function (index, search, root) {
  "use strict";
  const { say, groups, starts, counts } = index;
  const SHOWN = 6, EARLIER = groups.length - 1, BEFORE = 50, LENGTH = 150;
  let turn = 0, current = -1, options = [];

  function make(name, more, ...inside) {
    const element = document.createElement(name);
    Object.keys(more).forEach((key) => element.setAttribute(key, more[key]));
    element.append(...inside);
    return element;
  }

  const input = make("input", { type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "find:list", "aria-autocomplete": "list", "aria-label": say.label, placeholder: say.example, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go" });
  const close = make("button", { type: "button", class: "btn" }, say.close);
  const list = make("div", { id: "find:list", role: "listbox", "aria-label": say.label, class: "list" });
  const none = make("p", { class: "none", hidden: "" }, make("b", {}, say.nothing), " " + say.nothing_how);
  const status = make("p", { role: "status", class: "vh" });
  const keys = make("p", { class: "keys", "aria-hidden": "true" }, make("kbd", {}, "↑ ↓"), " " + say.move, make("kbd", {}, "Enter"), " " + say.open, make("kbd", {}, "Esc"), " " + say.close);
  const dialog = make("dialog", { class: "pal", "aria-label": say.label }, make("div", { class: "in" }, input, close), list, none, keys, status);
  document.body.append(dialog);

  function words(name, text, looked) {
    const line = make("span", { class: name, dir: "auto" });
    search.marked(text, looked).forEach(([part, hit]) => line.append(hit ? make("mark", {}, part) : part));
    return line;
  }

  /* The part of a text around the first word looked for. */
  function excerpt(texts, looked) {
    const hits = (text) => search.marked(text, looked).filter((part) => part[1]).length;
    const text = texts.slice().sort((a, b) => hits(b) - hits(a))[0] || "";
    const parts = search.marked(text, looked), at = parts.findIndex((part) => part[1]);
    if (at < 0) return "";
    const place = parts.slice(0, at).reduce((sum, part) => sum + part[0].length, 0);
    const start = place > BEFORE ? Math.max(text.lastIndexOf(" ", place - BEFORE) + 1, place - 2 * BEFORE) : 0;
    return (start ? "… " : "") + text.slice(start, start + LENGTH) + (start + LENGTH < text.length ? " …" : "");
  }

  function option({ entry, keyResult, said }, looked) {
    const path = entry.address.split("/").map(encodeURIComponent).join("/");
    const link = make("a", { role: "option", tabindex: "-1", "aria-selected": "false", href: root + path + (keyResult ? "#" + encodeURIComponent(keyResult.id) : "") });
    link.append(words("name", keyResult ? keyResult.title : entry.title, looked));
    const beside = keyResult ? entry.title + (entry.beside ? " · " + entry.beside : "") : entry.beside;
    if (beside) link.append(words("beside", beside, looked));
    if (said) search.textsOf(entry).then((texts) => {
      const text = excerpt(texts, looked);
      if (text) link.append(words("said", text, looked));
    });
    return link;
  }

  const groupOf = (number) => {
    const kind = starts.findIndex((start) => number < start) - 1;
    return kind && kind + 1;
  };

  /* The first of each kind; a key result stands in its objective's place where its own title was meant. */
  async function sorted(found, terms) {
    const shelves = groups.map(() => []), measured = [];
    for (const one of found) {
      const group = groupOf(one.number);
      if (!group && one.measured && measured.length < SHOWN) measured.push(one);
      if ((group || one.own || !one.measured) && shelves[group].length < SHOWN) shelves[group].push(one);
    }
    const entries = new Map();
    await Promise.all([].concat(measured, ...shelves).map(async (one) => entries.set(one.number, await search.entry(one.number))));
    for (const one of measured) {
      const entry = entries.get(one.number);
      const fitting = entry.keyResults.filter(({ title }) => search.marked(title, terms).some((part) => part[1]));
      fitting.forEach((keyResult) => shelves[1].push({ number: one.number, weight: one.weight, keyResult }));
      if (!fitting.length && !one.own && shelves[0].length < SHOWN) shelves[0].push(one);
    }
    return shelves
      .map((all, group) => ({ group, rows: all.slice(0, SHOWN).map((one) => Object.assign({ entry: entries.get(one.number) }, one)) }))
      .filter(({ rows }) => rows.length)
      .sort((a, b) => (a.group === EARLIER) - (b.group === EARLIER) || b.rows[0].weight - a.rows[0].weight || a.group - b.group);
  }

  function draw(shelves, looked, typed) {
    const made = shelves.map(({ group, rows }) => make("div", { role: "group", "aria-label": groups[group] }, make("p", { class: "of", "aria-hidden": "true" }, groups[group]), ...rows.map((row) => option(row, looked))));
    list.replaceChildren(...made);
    options = Array.from(list.querySelectorAll("a"));
    options.forEach((one, at) => { one.id = "find:" + at; });
    none.hidden = options.length > 0;
    list.hidden = !none.hidden;
    status.textContent = !typed ? "" : options.length ? counts[options.length] : none.textContent;
    current = -1;
    if (typed && options.length) select(0);
    else input.removeAttribute("aria-activedescendant");
  }

  function select(at) {
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = at;
    options[at].setAttribute("aria-selected", "true");
    options[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[at].id);
  }

  async function answer() {
    const mine = (turn += 1), typed = input.value.trim();
    const asked = typed ? await search.ask(typed) : { found: [], looked: [] };
    const begin = (at) => Array.from({ length: Math.min(SHOWN * 2, starts[at + 1] - starts[at]) }, (_, one) => ({ number: starts[at] + one, weight: 0 }));
    const shelves = await sorted(typed ? asked.found : begin(7).concat(begin(1)), asked.looked);
    if (mine === turn) draw(shelves, asked.looked, typed);
  }

  input.addEventListener("input", answer);
  input.addEventListener("keydown", (event) => {
    const last = options.length - 1;
    const to = { ArrowDown: current < last ? current + 1 : 0, ArrowUp: current > 0 ? current - 1 : last, Home: 0, End: last }[event.key];
    if (event.isComposing || last < 0 || event.shiftKey) return;
    if (to !== undefined) select(to);
    else if (event.key === "Enter" && options[current]) {
      if (event.ctrlKey || event.metaKey) open(options[current].href, "_blank", "noopener");
      else options[current].click();
    } else return;
    event.preventDefault();
  });
  list.addEventListener("mousemove", (event) => {
    const at = options.indexOf(event.target.closest("a"));
    if (at >= 0 && at !== current) select(at);
  });
  dialog.addEventListener("click", (event) => {
    const left = event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.target === dialog || event.target === close || left) dialog.close();
  });

  return function () {
    if (dialog.open) return;
    input.value = "";
    dialog.showModal();
    answer();
  };
});
