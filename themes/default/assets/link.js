/* The permanent link copies the page's own address. Where the browser does not allow it, it stays an ordinary link. */
(function () {
  "use strict";
  document.querySelectorAll("[data-permalink]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (!navigator.clipboard) return;
      event.preventDefault();
      navigator.clipboard.writeText(location.href.split("#")[0]).then(
        function () { link.textContent = link.getAttribute("data-copied"); },
        function () { location.hash = link.getAttribute("href"); }
      );
    });
  });
})();
