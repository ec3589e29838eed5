/* Reads the wall by arrow keys and pointer, says what a block supports, shows what the filter found, and keeps in the
   address where a person is. */
(function () {
  "use strict";
  const wall = window.okrWall;
  if (!wall) return;
  const { svg, stones } = wall;
  const frame = svg.parentNode;
  const readout = document.querySelector("[data-readout]");
  const toggle = document.querySelector("[data-arcs]");
  const arcs = Array.from(svg.querySelectorAll("[data-arc]"));
  const of = Object.create(null);
  let before = null;
  let waiting = 0;

  const above = (one) => (of[one.up] ? [of[one.up]].concat(above(of[one.up])) : []);
  const ends = (arc) => arc.dataset.arc.split(" ");
  const level = (one) => stones.filter((other) => other.d === one.d).sort((a, b) => a.x - b.x);
  const beside = (one, way) => level(one)[level(one).indexOf(one) + way];
  const end = (one, last) => level(one).slice(last === wall.rightward ? -1 : 0)[0];
  const ways = {
    ArrowUp: (one) => of[one.up],
    ArrowDown: (one) => stones.find((other) => other.up === one.id),
    ArrowLeft: (one) => beside(one, -1),
    ArrowRight: (one) => beside(one, 1),
    Home: (one) => end(one, false),
    End: (one) => end(one, true),
  };

  function add(name, text) {
    readout.appendChild(document.createElement(name)).textContent = text;
    readout.lastChild.dir = "auto";
  }

  function say(one) {
    const ups = above(one).map((up) => up.name);
    readout.textContent = "";
    add("b", one.name);
    if (one.team) add("p", one.link.firstChild.textContent.replace(one.name, "").replace(/^[\s–—:.,·-]+/, ""));
    if (ups.length) add("p", readout.dataset.supports.replace("%s", () => ups.join(readout.dataset.next)));
    svg.classList.add("told");
    arcs.forEach((arc) => {
      const meets = ends(arc).includes(one.id);
      arc.classList.toggle("strong", meets);
      if (meets) add("p", arc.firstChild.textContent);
    });
    readout.style.minBlockSize = readout.offsetHeight + "px";
  }

  /* A block is the wall's only tab stop. */
  function stop(one) {
    stones.forEach(({ link }) => link.setAttribute("tabindex", link === one.link ? 0 : -1));
  }

  function stand(one) {
    if (one.out) wall.reveal(one);
    wall.one = one;
    stop(one);
    say(one);
    keep();
  }

  function go(one) {
    if (!one) return;
    wall.reveal(one);
    one.link.focus();
  }

  /* A little later: browsers complain of those who write too often. */
  function keep() {
    clearTimeout(waiting);
    waiting = setTimeout(write, 350);
  }

  function write() {
    const parts = location.hash.slice(1).split("&").filter((part) => part && !/^(at|from|to)=/.test(part));
    if (wall.one) parts.push("at=" + encodeURIComponent(wall.one.id));
    if (wall.to - wall.from < 1) parts.push("from=" + wall.from.toFixed(4), "to=" + wall.to.toFixed(4));
    history.replaceState(history.state, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
  }

  function recall() {
    const asked = new URLSearchParams(location.hash.slice(1)), from = Number(asked.get("from")), to = Number(asked.get("to"));
    if (from < to) wall.look(from, to);
    else if (asked.has("at")) wall.look(0, 1);
    go(of[asked.get("at")]);
  }

  function on(kind, act) {
    frame.addEventListener(kind, (event) => {
      const link = event.target.closest("[data-id]");
      if (link) act(of[link.dataset.id], event);
    });
  }

  on("focusin", stand);
  on("mouseover", say);
  on("keydown", (one, event) => {
    if (!ways[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(ways[event.key](one));
  });
  on("pointerdown", () => { before = wall.one; });
  /* A finger on a block that bears no title reads it first, and opens it then. */
  on("click", (one, event) => {
    if (event.pointerType === "touch" && !one.titled && before !== one) event.preventDefault();
    else write();
  });
  ["focusout", "mouseleave"].forEach((kind) => frame.addEventListener(kind, () => svg.classList.remove("told")));
  svg.addEventListener("looked", keep);
  if (toggle) toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-pressed", !svg.classList.toggle("no-arcs"));
  });
  document.addEventListener("filtered", ({ detail: { any, hits } }) => {
    const found = new Set(hits.map((hit) => of[hit.id.slice(3)]).filter(Boolean)), kept = new Set(found);
    found.forEach((one) => above(one).forEach((up) => kept.add(up)));
    stones.forEach((one) => {
      one.link.classList.toggle("hit", any && found.has(one));
      one.link.classList.toggle("dim-out", any && !kept.has(one));
    });
    arcs.forEach((arc) => arc.classList.toggle("dim-out", any && !ends(arc).some((id) => found.has(of[id]))));
  });
  stones.forEach((one) => { of[one.id] = one; });
  stop(stones.find((one) => one.link.href) || stones[0]);
  addEventListener("hashchange", recall);
  recall();
})();
