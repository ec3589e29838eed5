/* Filters a page's objectives. The choice lives in the address's fragment, so that it can be sent and goes along to the
   other parts of a long list. In a nested list what a hit supports stays in sight. */
(function () {
  "use strict";
  var form = document.querySelector("[data-filter]");
  if (!form) return;
  var fields = all("[data-f]", form);
  var rows = all("[data-row]");
  var groups = all("[data-group]");
  var outlines = all("[data-outline]");
  var status = document.querySelector("[data-status]");
  var none = document.querySelector("[data-none]");
  var texts = rows.map(function (row) {
    return plain(ownText(row) + " " + row.dataset.words);
  });

  function all(what, where) {
    return Array.prototype.slice.call((where || document).querySelectorAll(what));
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /* What a row itself shows, without the rows nested in it. */
  function ownText(row) {
    return (row.querySelector(".row") || row).textContent;
  }

  function chosen() {
    var wanted = {};
    fields.forEach(function (field) {
      var value = field.value.trim();
      if (value) wanted[field.dataset.f] = value;
    });
    return wanted;
  }

  function fits(row, text, wanted) {
    return Object.keys(wanted).every(function (key) {
      if (key === "words") return plain(wanted.words).split(/\s+/).every(function (word) { return text.indexOf(word) >= 0; });
      if (key === "tags") return row.dataset.tags.split(" ").indexOf(wanted.tags) >= 0;
      return row.dataset[key] === wanted[key];
    });
  }

  function isNested(row) {
    return outlines.length > 0 && row.closest("[data-outline]") !== null;
  }

  /* Opens and keeps what stands above a hit. */
  function keepAbove(row) {
    for (var above = row.parentElement.closest("li"); above; above = above.parentElement.closest("li")) {
      above.classList.add("on-the-way");
      all(":scope > details", above).forEach(function (fold) { fold.open = true; });
    }
  }

  function apply() {
    var wanted = chosen();
    var any = Object.keys(wanted).length > 0;
    var count = 0;
    outlines.forEach(function (outline) { outline.classList.toggle("filtered", any); });
    if (any) all("[data-outline] .on-the-way").forEach(function (line) { line.classList.remove("on-the-way"); });
    rows.forEach(function (row, at) {
      var hit = fits(row, texts[at], wanted);
      if (hit) count += 1;
      if (!isNested(row)) row.hidden = !hit;
      row.classList.toggle("hit", any && hit);
      if (any && hit && isNested(row)) keepAbove(row);
    });
    groups.forEach(function (group) {
      group.hidden = any && !group.querySelector(".hit");
    });
    if (none) none.hidden = count > 0;
    status.textContent = any ? status.dataset.some.replace("%s", String(count)) : status.dataset.all || "";
    return wanted;
  }

  function remember(wanted) {
    var fragment = Object.keys(wanted).map(function (key) { return key + "=" + encodeURIComponent(wanted[key]); }).join("&");
    try {
      history.replaceState(null, "", location.pathname + location.search + (fragment ? "#" + fragment : ""));
    } catch (refused) {
      location.replace("#" + fragment);
    }
    all("[data-part]").forEach(function (link) {
      link.href = link.href.split("#")[0] + (fragment ? "#" + fragment : "");
    });
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (broken) {
      return text;
    }
  }

  function recall() {
    location.hash.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      var field = at > 0 && fields.filter(function (one) { return one.dataset.f === pair.slice(0, at); })[0];
      if (field) field.value = decoded(pair.slice(at + 1));
    });
  }

  function refresh() {
    remember(apply());
  }

  form.addEventListener("input", refresh);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(refresh, 0); });
  all("[data-clear]").forEach(function (button) {
    button.addEventListener("click", function () { form.reset(); });
  });
  addEventListener("hashchange", function () { recall(); apply(); });
  recall();
  if (Object.keys(apply()).length) refresh();
})();
