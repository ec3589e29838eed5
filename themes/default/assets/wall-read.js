/* Reads the wall: from block to block with the arrow keys, by what supports what; says what each is and what it supports;
   shows what the filter found; keeps in the address where a person is, so that it can be sent. */
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

  function above(one) {
    return of[one.up] ? [of[one.up]].concat(above(of[one.up])) : [];
  }

  function add(name, text) {
    readout.appendChild(document.createElement(name)).textContent = text;
    readout.lastChild.dir = "auto";
  }

  /* Says in the page's words what a block is, what it supports, and who needs whom there. */
  function say(one) {
    const { supports, next } = readout.dataset, ups = above(one);
    readout.textContent = "";
    add("b", one.name);
    if (one.team) add("p", one.link.firstChild.textContent.replace(one.name, "").replace(/^[\s–—:.,·-]+/, ""));
    if (ups.length) add("p", supports.replace("%s", () => ups.map((up) => up.name).join(next)));
    svg.classList.add("told");
    arcs.forEach((arc) => {
      const meets = arc.dataset.arc.split(" ").includes(one.id);
      arc.classList.toggle("strong", meets);
      if (meets) add("p", arc.firstChild.textContent);
    });
    readout.style.minBlockSize = readout.offsetHeight + "px";
  }

  /* Makes a block the one that the keyboard stands on: the wall's only tab stop. */
  function stand(one) {
    stones.forEach((other) => {
      other.link.setAttribute("tabindex", other === one ? 0 : -1);
      other.link.classList.toggle("at", other === one);
    });
    wall.one = one;
    say(one);
    keep();
  }

  function go(one) {
    if (!one) return;
    wall.reveal(one);
    one.link.focus();
  }

  function row(one) {
    const found = stones.filter((other) => other.depth === one.depth).sort((a, b) => a.x - b.x);
    return { found, at: found.indexOf(one), ends: svg.dataset.direction === "rtl" ? found.slice().reverse() : found };
  }

  const ways = {
    ArrowUp: (one) => of[one.up],
    ArrowDown: (one) => stones.find((other) => other.up === one.id),
    ArrowLeft: (one) => row(one).found[row(one).at - 1],
    ArrowRight: (one) => row(one).found[row(one).at + 1],
    Home: (one) => row(one).ends[0],
    End: (one) => row(one).ends.pop(),
  };

  /* Writes to the address a little later: browsers complain of those who write too often. */
  function keep() {
    clearTimeout(waiting);
    waiting = setTimeout(write, 250);
  }

  function write() {
    const parts = location.hash.slice(1).split("&").filter((part) => part && !/^(at|from|to)=/.test(part));
    if (wall.one) parts.push("at=" + encodeURIComponent(wall.one.id));
    if (wall.to - wall.from < 1) parts.push("from=" + wall.from.toFixed(4), "to=" + wall.to.toFixed(4));
    try {
      history.replaceState(history.state, "", location.pathname + location.search + (parts.length ? "#" + parts.join("&") : ""));
    } catch (refused) {
      /* then the address stays as it was */
    }
  }

  function recall() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const from = Number(asked.get("from")), to = Number(asked.get("to"));
    if (from < to) wall.look(from, to);
    else if (asked.has("at")) wall.look(0, 1);
    go(of[asked.get("at")]);
  }

  /* The block an event is about. */
  function met(event) {
    const link = event.target.closest("[data-id]");
    return link && of[link.dataset.id];
  }

  function on(kind, act) {
    frame.addEventListener(kind, (event) => met(event) && act(met(event), event));
  }

  on("focusin", (one) => {
    if (!one.seen) wall.reveal(one);
    stand(one);
  });
  on("mouseover", say);
  on("keydown", (one, event) => {
    if (!ways[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(ways[event.key](one));
  });
  on("pointerdown", () => { before = wall.one; });
  /* A finger on a block that bears no title reads it first, and opens it the second time. */
  on("click", (one, event) => {
    if (event.pointerType === "touch" && !one.titled && before !== one) event.preventDefault();
    else write();
  });
  ["focusout", "mouseleave"].forEach((end) => frame.addEventListener(end, () => svg.classList.remove("told")));
  svg.addEventListener("looked", keep);
  if (toggle) toggle.addEventListener("click", () => {
    const shown = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", shown);
    svg.classList.toggle("no-arcs", !shown);
  });
  document.addEventListener("filtered", (event) => {
    const { any, hits } = event.detail, found = new Set(hits.map((hit) => hit.dataset.id)), kept = new Set(found);
    stones.forEach((one) => found.has(one.id) && above(one).forEach((up) => kept.add(up.id)));
    stones.forEach((one) => {
      one.link.classList.toggle("hit", any && found.has(one.id));
      one.link.classList.toggle("dim-out", any && !kept.has(one.id));
    });
    arcs.forEach((arc) => arc.classList.toggle("dim-out", any && !arc.dataset.arc.split(" ").some((id) => found.has(id))));
  });
  const first = stones.find((one) => one.link.href);
  stones.forEach((one) => {
    of[one.id] = one;
    one.link.setAttribute("tabindex", one === first ? 0 : -1);
    if (!one.link.href) one.link.setAttribute("role", "img");
  });
  addEventListener("hashchange", recall);
  recall();
})();
