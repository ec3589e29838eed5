/* The palette of Find: a field, what was found under headings, the keys to move in it. Links and plain text, nothing else. */
okrsiteFind(function (index, reader, root) {
  "use strict";
  const say = index.say;
  let turn = 0, current = 0, options = [];

  function make(name, more, ...inside) {
    const element = document.createElement(name);
    Object.keys(more).forEach((key) => element.setAttribute(key, more[key]));
    element.append(...inside);
    return element;
  }

  const input = make("input", {
    role: "combobox", "aria-label": say.label, placeholder: say.example, "aria-expanded": "true", "aria-controls": "find:list",
    "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
  });
  const close = make("button", { type: "button", class: "btn" }, say.close);
  const list = make("div", { id: "find:list", role: "listbox", "aria-label": say.results_label, class: "list" });
  const none = make("p", { class: "none", hidden: "" }, make("b", {}, say.nothing), " " + say.nothing_how);
  const status = make("p", { role: "status", class: "vh" });
  const keys = [["↑ ↓", say.move], ["Enter", say.open], ["Esc", say.close]].map(([key, what]) => make("span", {}, make("kbd", {}, key), " " + what));
  const dialog = make("dialog", { class: "pal", "aria-label": say.label }, make("div", { class: "in" }, input, close), list, none, make("p", { class: "keys", "aria-hidden": "true" }, ...keys), status);
  document.body.append(dialog);

  function words(name, text, looked) {
    return make("span", { class: name, dir: "auto" }, ...reader.marked(text, looked).map(([part, hit]) => (hit ? make("mark", {}, part) : part)));
  }

  function option({ title, beside, address, said }, looked) {
    const link = make("a", { role: "option", tabindex: "-1", "aria-selected": "false", href: root + address }, words("name", title, looked));
    if (beside) link.append(words("beside", beside, looked));
    if (said) said.then((text) => text && link.append(words("said", text, looked)), () => {});
    return link;
  }

  function draw({ groups, looked }, typed) {
    list.textContent = "";
    list.append(...groups.map(({ name, rows }) => make("div", { role: "group", "aria-label": name }, make("p", { class: "of", "aria-hidden": "true" }, name), ...rows.map((row) => option(row, looked)))));
    options = Array.from(list.querySelectorAll("a"));
    options.forEach((link, at) => { link.id = "find:" + at; });
    none.hidden = options.length > 0;
    list.hidden = !options.length;
    status.textContent = !typed ? "" : options.length ? index.counts[options.length] : none.textContent;
    input.removeAttribute("aria-activedescendant");
    current = -1;
    if (typed && options.length) select(0);
  }

  function select(at) {
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = at;
    options[at].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", options[at].id);
  }

  async function answer() {
    const mine = (turn += 1), typed = input.value.trim();
    const found = await (typed ? reader.ask(typed) : reader.begin(index.begin));
    if (mine === turn) draw(found, typed);
  }

  input.addEventListener("input", answer);
  input.addEventListener("keydown", (event) => {
    const last = options.length - 1;
    if (event.isComposing || event.shiftKey || last < 0) return;
    const to = { ArrowDown: current < last ? current + 1 : 0, ArrowUp: current > 0 ? current - 1 : last, Home: 0, End: last }[event.key];
    if (to >= 0) {
      select(to);
      options[to].scrollIntoView({ block: "nearest" });
    } else if (event.key !== "Enter" || current < 0) return;
    else if (event.ctrlKey || event.metaKey) open(options[current].href, "_blank", "noopener");
    else options[current].click();
    event.preventDefault();
  });
  list.addEventListener("mousemove", (event) => {
    const at = options.indexOf(event.target.closest("a"));
    if (at >= 0 && at !== current) select(at);
  });
  dialog.addEventListener("click", (event) => {
    const followed = event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (followed || event.target === dialog || event.target === close) dialog.close();
  });

  return function () {
    if (dialog.open) return;
    input.value = "";
    dialog.showModal();
    answer();
  };
});
