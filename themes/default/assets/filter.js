/* Filters what a page lists: its [data-row]s by the fields of its [data-filter] form. The choice lives in the address's
   fragment, so that it can be sent and goes along to the other parts of a long list. In a nested list what a hit supports
   stays in sight. Others may listen on the document for `filtered`: { any, hits }, the rows that fit. */
(function () {
  "use strict";
  const CHATTER = 400;
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const fields = all("[data-f]", form);
  const rows = all("[data-row]");
  const groups = all("[data-group]");
  const outlines = all("[data-outline]");
  const status = document.querySelector("[data-status]");
  const none = document.querySelector("[data-none]");
  const plural = pluralRules();
  let waiting = 0;
  const texts = rows.map((row) => {
    return plain(ownText(row) + " " + (row.dataset.words || ""));
  });

  function all(what, where) {
    return Array.from((where || document).querySelectorAll(what));
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f\u064b-\u065f]/g, "").toLowerCase();
  }

  /* What a row itself shows, without the rows nested in it and those it is linked to. */
  function ownText(row) {
    const own = all(":scope > .row > .tx > :not(.side)", row);
    return own.length ? own.map((it) => it.textContent).join(" ") : row.textContent;
  }

  function pluralRules() {
    try {
      return new Intl.PluralRules(document.documentElement.lang);
    } catch (unknown) {
      return { select: () => "other" };
    }
  }

  function chosen() {
    const wanted = {};
    fields.forEach((field) => {
      const value = field.value.trim();
      if (value) wanted[field.dataset.f] = value;
    });
    return wanted;
  }

  function fits(row, text, wanted) {
    return Object.keys(wanted).every((key) => {
      if (key === "words") return plain(wanted.words).split(/\s+/).every((word) => text.includes(word));
      return (row.dataset[key] || "").split(" ").includes(wanted[key]);
    });
  }

  function isNested(row) {
    return Boolean(row.closest("[data-outline]"));
  }

  /* Opens and keeps what stands above a hit. */
  function keepAbove(row) {
    for (let above = row.parentElement.closest("li"); above; above = above.parentElement.closest("li")) {
      above.classList.add("on-the-way");
      all(":scope > details", above).forEach((fold) => { fold.open = true; });
    }
  }

  function apply() {
    const wanted = chosen();
    const any = Object.keys(wanted).length > 0;
    const hits = rows.filter((row, at) => fits(row, texts[at], wanted));
    outlines.forEach((outline) => { outline.classList.toggle("filtered", any); });
    if (any) all("[data-outline] .on-the-way").forEach((line) => { line.classList.remove("on-the-way"); });
    rows.forEach((row) => { row.classList.remove("hit"); row.hidden = any && !isNested(row); });
    if (any) hits.forEach(show);
    groups.forEach((group) => { group.hidden = any && !group.querySelector(".hit"); });
    if (none) none.hidden = hits.length > 0;
    document.dispatchEvent(new CustomEvent("filtered", { detail: { any: any, hits: hits } }));
    return { wanted: wanted, words: any ? counted(hits.length) : status.dataset.all || "" };
  }

  function show(row) {
    row.hidden = false;
    row.classList.add("hit");
    if (isNested(row)) keepAbove(row);
  }

  function counted(count) {
    return (status.dataset[plural.select(count)] || status.dataset.other).replace("%s", count);
  }

  /* Says the count once a person has stopped typing. */
  function announce(words, wait) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { status.textContent = words; }, wait);
  }

  function remember(wanted) {
    const pairs = Object.keys(wanted).map((key) => key + "=" + encodeURIComponent(wanted[key]));
    const fragment = pairs.concat(others()).join("&");
    try {
      history.replaceState(null, "", location.pathname + location.search + (fragment ? "#" + fragment : ""));
    } catch (refused) {
      location.replace("#" + fragment);
    }
    carry(fragment);
  }

  /* What the fragment holds for others, as it stands there. */
  function others() {
    return location.hash.slice(1).split("&").filter((pair) => {
      const key = pair.split("=")[0];
      return pair.includes("=", 1) && fields.every((field) => field.dataset.f !== key);
    });
  }

  /* Takes the choice along to the other parts of the list. */
  function carry(fragment) {
    all("[data-part]").forEach((link) => {
      link.href = link.href.split("#")[0] + (fragment ? "#" + fragment : "");
    });
  }

  /* A choice that this page does not offer, since nothing on it fits, is kept: another part may hold some. */
  function set(field, value) {
    field.value = value;
    if (field.value === value || field.tagName !== "SELECT") return;
    field.add(new Option(value, value));
    field.value = value;
  }

  /* Takes the choice from the address; one that only leads to a place on the page leaves it as it is. */
  function recall() {
    if (location.hash && !location.hash.includes("=")) return;
    const asked = new URLSearchParams(location.hash.slice(1));
    fields.forEach((field) => { set(field, asked.get(field.dataset.f) || ""); });
    const now = apply();
    if (Object.keys(now.wanted).length) remember(now.wanted);
    else carry("");
    announce(now.words, 0);
  }

  function refresh(wait) {
    const now = apply();
    remember(now.wanted);
    announce(now.words, wait);
  }

  form.addEventListener("input", () => { refresh(CHATTER); });
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  form.addEventListener("reset", () => { setTimeout(refresh, 0, 0); });
  all("[data-clear]").forEach((button) => {
    button.addEventListener("click", () => {
      form.reset();
      fields[0].focus();
    });
  });
  addEventListener("hashchange", recall);
  document.addEventListener("DOMContentLoaded", recall);
})();
