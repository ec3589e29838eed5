/* The filter above a list: rows that do not fit are hidden, groups without rows with them. */
(function () {
  "use strict";
  var sift = window.okrsiteSift;
  var form = document.querySelector("[data-filter]");
  if (!form || !sift) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-row]"));
  var status = document.querySelector("[data-status]");
  var none = document.querySelector("[data-none]");

  function apply() {
    var wanted = sift.asked(form);
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !sift.fits(row, wanted);
      if (!row.hidden) shown += 1;
    });
    document.querySelectorAll("[data-group]").forEach(function (group) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
    });
    none.hidden = shown > 0;
    status.textContent = shown === rows.length
      ? status.getAttribute("data-all")
      : status.getAttribute("data-some").replace("%s", shown.toLocaleString(document.documentElement.lang));
    sift.keep(wanted);
  }

  sift.fill(form);
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  addEventListener("hashchange", function () { form.reset(); sift.fill(form); apply(); });
  document.querySelectorAll("[data-clear]").forEach(function (button) {
    button.addEventListener("click", function () { form.reset(); });
  });
  if (location.hash.indexOf("=") > 0) apply();
  else status.textContent = status.getAttribute("data-all");
})();
