/* Paper cannot be unfolded: everything folded is opened for printing, but for tables that repeat a chart, and closed again. */
(function () {
  "use strict";
  let opened = [];

  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open]):not(.numbers)"));
    opened.forEach((fold) => { fold.open = true; });
  });

  addEventListener("afterprint", () => {
    opened.forEach((fold) => { fold.open = false; });
    opened = [];
  });
})();
