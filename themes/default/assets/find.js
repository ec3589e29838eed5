/* Opens Find by `/`, Ctrl-K or the button. What it needs beyond this is loaded then, from a disk as from a host. */
(function () {
  "use strict";
  const button = document.querySelector("[data-find]");
  if (!button || !window.HTMLDialogElement) return;
  const entry = new URL(button.dataset.find, document.baseURI);
  let given, palette;

  window.okrsiteFind = (data) => { given = data; };

  /* Loads a file below the site's root; of a script gives what it hands over. */
  function load(address) {
    return new Promise((done, failed) => {
      const isSheet = /\.css$/.test(address);
      const element = document.createElement(isSheet ? "link" : "script");
      if (isSheet) element.rel = "stylesheet";
      element[isSheet ? "href" : "src"] = new URL("../" + address, entry).href;
      element.onload = () => done(given);
      element.onerror = failed;
      document.head.appendChild(element);
    });
  }

  async function prepared() {
    const index = await load("find/index.js");
    const [reader, , palette] = await Promise.all(index.needs.map(load));
    return palette(index, reader(index, load), new URL("..", entry).href);
  }

  function open() {
    palette = palette || prepared();
    palette.then((ready) => ready(), () => { location.href = button.href; });
  }

  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey;
    const asked = modified ? event.key.toLowerCase() === "k" && !event.altKey : event.key === "/";
    if (!asked || event.target.closest("input, select, textarea, [contenteditable], dialog")) return;
    event.preventDefault();
    open();
  });
})();
