/* The wall at the window's own width: all of it, or what lies between two shares of it. Words are whole, or not there. */
(function () {
  "use strict";
  const svg = document.querySelector("[data-wall]");
  if (!svg) return;
  const rightward = svg.dataset.direction !== "rtl";
  const stones = Array.from(svg.querySelectorAll("[data-id]"), stone);
  const least = Math.min(...stones.map((one) => one.w));
  const wall = { svg, stones, rightward, from: 0, to: 1, look };
  let seen = [0, 1];

  function put(what, attributes) {
    if (what) Object.keys(attributes).forEach((key) => what.setAttribute(key, attributes[key]));
  }

  function make(name, inside, attributes) {
    const made = inside.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
    put(made, attributes);
    return made;
  }

  function stone(link) {
    const inside = (what) => link.querySelector(what);
    const one = Object.assign({}, link.dataset, { link, rect: inside("rect"), dot: inside(".cg"), also: inside(".also") });
    ["x", "w", "y", "h", "d"].forEach((key) => { one[key] = Number(one[key]); });
    if (one.mark) {
      one.dot = make("svg", link, { class: "cg", y: one.y + one.h - 21, width: 13, height: 13 });
      make("use", one.dot, { href: "#" + one.mark });
    }
    return one;
  }

  function room(one) {
    one.frame = make("foreignObject", one.link, { y: one.y + 8, height: one.h - (one.d ? 30 : 16), "aria-hidden": "true" });
    one.words = one.frame.appendChild(document.createElement("div"));
    ["b", "span"].forEach((name) => { one.words.appendChild(document.createElement(name)).dir = "auto"; });
    one.words.firstChild.textContent = one.team;
  }

  /* What a block may bear, the best first. */
  function ways(one) {
    const words = one.name.split(" "), kinds = ["title", "title upright"];
    if (one.wide < 76 && one.d) kinds.reverse();
    const found = kinds.map((kind) => [kind, one.name]);
    for (let most = words.length - 1; most > 2; most = Math.floor(most * 0.85)) {
      found.push([kinds[0], words.slice(0, most).join(" ").replace(/[,;:]$/, "") + "…"]);
    }
    return found.concat([["team"], ["team upright"], ["none"]]);
  }

  function letter(one) {
    const [kind, title = ""] = one.ways.shift();
    one.titled = title;
    one.words.className = "on " + kind;
    one.words.lastChild.textContent = title;
  }

  function overflows({ ways: left, words }) {
    return left.length && (words.scrollWidth > words.clientWidth + 1 || words.scrollHeight > words.clientHeight + 1);
  }

  function draw(one) {
    const scale = wall.width / (wall.to - wall.from), start = (one.x - wall.from) * scale, end = start + one.w * scale;
    const out = end <= 0 || start >= wall.width, left = out ? start : Math.max(0, start), was = one.wide;
    const wide = one.wide = (out ? end : Math.min(wall.width, end)) - left;
    const inset = wide < 9 ? 0.4 : 1, pad = Math.min(8.5, (wide - 13) / 2), side = Math.min(8, wide / 14);
    const shown = (yes) => (yes ? "inline" : "none"), spacious = wide > 15 && !out;
    if (spacious && !one.frame) room(one);
    one.out = out;
    one.ways = spacious && was !== wide ? ways(one) : [];
    one.link.classList.toggle("thin", wide < 9);
    put(one.rect, { x: left + inset, width: Math.max(0.4, wide - 2 * inset) });
    put(one.frame, { x: left + side, width: Math.max(1, wide - 2 * side), display: shown(spacious) });
    put(one.dot, { x: rightward ? left + pad : left + wide - pad - 13, display: shown(wide > 20) });
    put(one.also, { x: left + (rightward ? wide - 9 : 9), display: shown(wide > 52) });
  }

  function drawAll() {
    const { width } = wall, stretch = width / (wall.to - wall.from) / svg.dataset.w0;
    put(svg, { viewBox: `0 0 ${width} ${svg.getAttribute("height")}` });
    svg.classList.toggle("close", wall.to - wall.from < 1);
    stones.forEach(draw);
    for (let open = stones.filter((one) => one.ways.length); open.length; open = open.filter(overflows)) open.forEach(letter);
    put(svg.querySelector(".gr"), { x2: width });
    put(svg.querySelector(".ground"), { width });
    put(svg.querySelector(".arcs"), { transform: `matrix(${stretch} 0 0 1 ${-wall.from * stretch * svg.dataset.w0} 0)` });
  }

  /* Looks at the wall between two shares of it. */
  function look(from, to) {
    const span = Math.max(least, Math.min(1, to - from));
    wall.from = Math.max(0, Math.min(1 - span, from));
    wall.to = wall.from + span;
    drawAll();
    svg.dispatchEvent(new Event("looked"));
  }

  function resize() {
    if (svg.clientWidth === wall.width) return;
    wall.width = svg.clientWidth || 1;
    drawAll();
  }

  svg.classList.add("live");
  window.okrWall = wall;
  resize();
  addEventListener("resize", resize);
  document.fonts.ready.then(() => {
    stones.forEach((one) => { one.wide = 0; });
    drawAll();
  });
  addEventListener("beforeprint", () => {
    seen = [wall.from, wall.to];
    wall.width = Number(svg.dataset.w0);
    look(0, 1);
  });
  addEventListener("afterprint", () => {
    resize();
    look(...seen);
  });
})();
