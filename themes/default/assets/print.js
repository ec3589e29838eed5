/* Paper cannot be unfolded: everything folded is opened for printing, but for tables that repeat a chart, and closed again. */
(function () {
  "use strict";
  var opened = [];

  addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open]):not(.numbers)"));
    opened.forEach(function (fold) { fold.open = true; });
  });

  addEventListener("afterprint", function () {
    opened.forEach(function (fold) { fold.open = false; });
    opened = [];
  });
})();
