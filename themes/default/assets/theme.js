/* Light or dark: the system's choice until a person presses the button, then theirs, kept in this browser only. */
(function () {
  "use strict";
  const root = document.documentElement;
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) return;

  function isDark() {
    const chosen = root.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    root.dataset.theme = next;
    try {
      localStorage.setItem("okrsite-theme", next);
    } catch (refused) {
      /* it holds for this page then */
    }
  });
})();
