/* Opens a nested list down to a level. */
(function () {
  "use strict";
  function depth(fold) {
    var levels = 0;
    for (var line = fold.closest("li"); line; line = line.parentElement.closest("li")) levels += 1;
    return levels;
  }

  document.querySelectorAll("[data-level]").forEach(function (button) {
    button.addEventListener("click", function () {
      document.querySelectorAll("[data-outline] details").forEach(function (fold) {
        fold.open = depth(fold) < Number(button.dataset.level);
      });
    });
  });
})();
