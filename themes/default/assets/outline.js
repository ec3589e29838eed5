/* The nested list of the map: a filter that shows what fits with all that stands above it, and folding to a level. */
(function () {
  "use strict";
  var sift = window.okrsiteSift;
  var bar = document.querySelector("[data-outline-bar]");
  if (!bar || !sift) return;
  var outlines = Array.prototype.slice.call(document.querySelectorAll("[data-outline]"));
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-outline] li"));
  var status = bar.querySelector("[data-status]");

  function above(item) {
    return item.parentElement.closest("[data-outline] li");
  }

  function showAbove(item) {
    for (var up = above(item); up; up = above(up)) {
      if (!up.classList.contains("hit")) up.classList.add("on-the-way");
      up.querySelector("details").open = true;
    }
  }

  function apply() {
    var wanted = sift.asked(bar);
    var any = Object.keys(wanted).length > 0;
    rows.forEach(function (row) { row.classList.remove("hit", "on-the-way"); });
    var hits = any ? rows.filter(function (row) { return row.hasAttribute("data-row") && sift.fits(row, wanted); }) : [];
    hits.forEach(function (row) { row.classList.add("hit"); });
    hits.forEach(showAbove);
    outlines.forEach(function (outline) { outline.classList.toggle("filtered", any); });
    document.querySelectorAll("[data-group]").forEach(function (group) {
      group.hidden = any && !group.querySelector(".hit");
    });
    status.textContent = any
      ? status.getAttribute("data-some").replace("%s", hits.length.toLocaleString(document.documentElement.lang))
      : "";
    sift.keep(wanted);
  }

  function depth(fold) {
    var levels = 0;
    for (var item = fold.closest("li"); item; item = above(item)) levels += 1;
    return levels;
  }

  sift.fill(bar);
  bar.addEventListener("input", apply);
  bar.addEventListener("submit", function (event) { event.preventDefault(); });
  bar.addEventListener("click", function (event) {
    var button = event.target.closest("[data-level]");
    if (!button) return;
    outlines.forEach(function (outline) {
      outline.querySelectorAll("details").forEach(function (fold) {
        fold.open = depth(fold) < Number(button.getAttribute("data-level"));
      });
    });
  });
  if (location.hash.indexOf("=") > 0) apply();
})();
