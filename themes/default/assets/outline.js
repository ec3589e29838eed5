/* Opens a nested list down to a level. */
(function () {
  "use strict";
  function depth(fold) {
    let levels = 0;
    for (let line = fold.closest("li"); line; line = line.parentElement.closest("li")) levels += 1;
    return levels;
  }

  document.querySelectorAll("[data-level]").forEach((button) => {
    button.addEventListener("click", () => {
      document.querySelectorAll("[data-outline] details").forEach((fold) => {
        fold.open = depth(fold) < Number(button.dataset.level);
      });
    });
  });
})();
