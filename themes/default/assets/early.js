/* Runs before the first paint: says that scripts work, and brings back the look a person chose. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("okrsite-theme");
    if (chosen === "light" || chosen === "dark") root.setAttribute("data-theme", chosen);
  } catch (refused) {
    /* a browser that keeps nothing shows the system's choice */
  }
})();
