/* The permanent link copies the page's own address. Where the browser does not allow it, it stays an ordinary link. */
(function () {
  "use strict";
  document.querySelectorAll("[data-permalink]").forEach((link) => {
    link.addEventListener("click", (event) => {
      if (!navigator.clipboard) return;
      event.preventDefault();
      navigator.clipboard.writeText(location.href.split("#")[0]).then(
        () => { link.textContent = link.dataset.copied; },
        () => { location.hash = link.hash; }
      );
    });
  });
})();
