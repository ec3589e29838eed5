/* The preview's own script: hears of changes, shows this page anew when it has become another, and puts back where a person
   was; what is wrong in the files it shows in a panel. Every word comes with the news. */
(function () {
  "use strict";
  const { tag, version } = document.currentScript.dataset;
  const KEPT = "okrsite-preview", FOLDED = "okrsite-preview-folded", PATIENCE = 2000;
  const folds = all("details"), asLoaded = new Map(folds.map((fold) => [fold, fold.open]));
  const panel = document.createElement("section"), status = document.createElement("p");
  let stream = null, known = version, newest = version, comparing = false, news = null, shown = "";

  function all(what) {
    return Array.from(document.querySelectorAll(what));
  }

  /* --- what this browser window remembers from one page to the next --- */
  function recall(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch (refused) {
      return null;
    }
  }

  function remember(key, value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch (refused) {
      /* it is lost with the page then */
    }
  }

  /* --- where a person is on the page --- */
  function pathOf(element) {
    const steps = [];
    for (let it = element; it && it !== document.body; it = it.parentElement) {
      if (it.id) return ["#" + CSS.escape(it.id), ...steps].join(" > ");
      const alike = Array.from(it.parentElement.children).filter((other) => other.localName === it.localName);
      steps.unshift(`${it.localName}:nth-of-type(${alike.indexOf(it) + 1})`);
    }
    return ["body", ...steps].join(" > ");
  }

  /* Calls a fold by its words, since what is above it may come and go; by its number among those of the same words. */
  function namesOf(details) {
    const times = {};
    return details.map((fold) => {
      const words = pathOf(fold.closest("[id]") || document.body) + (fold.firstElementChild || fold).textContent.replace(/\d+|\s+/g, " ");
      times[words] = (times[words] || 0) + 1;
      return words + times[words];
    });
  }

  function place() {
    const names = namesOf(folds), focus = document.activeElement, { okrWall: wall } = window;
    return {
      at: location.pathname,
      scroll: [scrollX, scrollY],
      folds: folds.map((fold, at) => [names[at], fold.open]).filter((_, at) => folds[at].open !== asLoaded.get(folds[at])),
      inside: all("body *").filter((it) => it.scrollLeft || it.scrollTop).map((it) => [pathOf(it), it.scrollLeft, it.scrollTop]),
      focus: focus && focus !== document.body ? pathOf(focus) : "",
      selected: focus && focus.selectionStart >= 0 ? [focus.selectionStart, focus.selectionEnd] : null,
      wall: wall ? [wall.from, wall.to] : null,
      news,
    };
  }

  function putBack(was) {
    const open = new Map(was.folds), { style } = document.documentElement;
    style.overflowAnchor = "none"; /* what opens above must not push the place away */
    namesOf(folds).forEach((name, at) => { if (open.has(name)) folds[at].open = open.get(name); });
    if (was.wall && window.okrWall) window.okrWall.look(...was.wall);
    was.inside.forEach(([path, left, top]) => {
      const it = document.querySelector(path);
      if (it) it.scrollTo({ left, top, behavior: "instant" });
    });
    const focus = was.focus && document.querySelector(was.focus);
    if (focus) focus.focus({ preventScroll: true });
    if (focus && was.selected && focus.setSelectionRange) focus.setSelectionRange(...was.selected);
    scrollTo({ left: was.scroll[0], top: was.scroll[1], behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => { style.removeProperty("overflow-anchor"); }));
  }

  /* --- the panel --- */
  function make(name, inside, text, more) {
    const made = inside.appendChild(document.createElement(name));
    made.textContent = text || "";
    return Object.assign(made, more);
  }

  function finding(list, { head, excerpt, help }) {
    const line = make("li", list, "", { lang: "en", dir: "ltr" });
    make("p", line, head);
    if (excerpt) make("pre", line, excerpt, { tabIndex: 0 });
    if (help) make("p", line, help);
  }

  function draw({ panel: told, label }) {
    const inside = document.createDocumentFragment();
    if (told) {
      const fold = make("details", inside, "", { open: !recall(FOLDED) });
      fold.addEventListener("toggle", () => { remember(FOLDED, !fold.open); });
      make("summary", fold, told.title);
      const text = make("div", fold, "", { tabIndex: 0, role: "group", ariaLabel: label });
      make("p", text, told.note);
      const list = make("ol", text);
      told.findings.forEach((one) => { finding(list, one); });
      if (told.more) make("p", text, told.more);
    }
    panel.replaceChildren(inside, status);
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
    panel.hidden = !text && !(news && news.panel);
  }

  function show(told) {
    const drawn = JSON.stringify([told.panel, told.label]);
    news = told;
    Object.assign(panel, { lang: told.language, dir: told.direction, ariaLabel: told.label });
    if (drawn !== shown) draw(told);
    shown = drawn;
    say(told.working);
  }

  /* --- becoming another page --- */
  async function isAnother() {
    const answer = await fetch(location.href, { cache: "no-store", headers: { "If-None-Match": tag } });
    if (answer.body) answer.body.cancel();
    return answer.status !== 304 && answer.status < 500;
  }

  /* A person who looks for something in a dialog is not interrupted. */
  function renew() {
    const dialog = document.querySelector("dialog[open]");
    if (dialog) {
      dialog.addEventListener("close", renew, { once: true });
      return;
    }
    remember(KEPT, place());
    history.scrollRestoration = "manual";
    location.reload();
  }

  async function compare() {
    if (comparing) return;
    comparing = true;
    try {
      while (known !== newest) {
        const now = newest;
        if (await isAnother()) {
          renew();
          return;
        }
        known = now;
      }
    } catch (gone) {
      /* the next news, or the way back to the server, asks again */
    }
    comparing = false;
  }

  /* --- the news --- */
  function hear(event) {
    const told = JSON.parse(event.data);
    show(told);
    newest = told.version;
    compare();
  }

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource("/.okrsite/events");
    stream.addEventListener("message", hear);
    stream.addEventListener("error", () => {
      if (news) say(news.gone);
      if (stream && stream.readyState === EventSource.CLOSED) {
        hush();
        setTimeout(listen, PATIENCE);
      }
    });
  }

  /* Browsers grant a server six connections: a page that nobody sees gives its own back. */
  function hush() {
    if (stream) stream.close();
    stream = null;
  }

  function begin() {
    const was = recall(KEPT);
    panel.className = "okrsite-preview";
    panel.hidden = true;
    panel.setAttribute("role", "region");
    status.setAttribute("role", "status");
    panel.append(status);
    document.body.append(panel);
    if (was && was.news) show(was.news);
    if (was && was.at === location.pathname) putBack(was);
    remember(KEPT, null);
    history.scrollRestoration = "auto";
    listen();
  }

  document.addEventListener("visibilitychange", () => { (document.hidden ? hush : listen)(); });
  addEventListener("pagehide", hush);
  addEventListener("pageshow", listen);
  document.addEventListener("DOMContentLoaded", begin);
})();
