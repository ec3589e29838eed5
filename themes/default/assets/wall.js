/* The wall, drawn at the window's own width: all of it, or the part between two shares of it that is looked at. Each block
   bears as much as has room, whole words only; what may be read of it otherwise says the style sheet. */
(function () {
  "use strict";
  const svg = document.querySelector("[data-wall]");
  if (!svg || !window.ResizeObserver) return;
  const stand = svg.querySelector(".stones");
  const arcs = svg.querySelector(".arcs");
  const height = svg.getAttribute("height");
  const breadth = Number(svg.dataset.w0);
  const rightward = svg.dataset.direction !== "rtl";
  const stones = Array.from(stand.querySelectorAll("[data-id]"), stone);
  const least = Math.min(1, ...stones.map((one) => one.w));
  const wall = { svg, stones, from: 0, to: 1, width: 0, look };

  const LYING = ["title", "title upright"];
  const UPRIGHT = LYING.slice().reverse();

  function put(what, attributes) {
    if (what) Object.keys(attributes).forEach((key) => what.setAttribute(key, attributes[key]));
  }

  function make(name, inside, attributes) {
    const made = inside.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
    put(made, attributes);
    return made;
  }

  /* A block, and what belongs to it. */
  function stone(link) {
    const { id, up, team, name, mark, x, w, y, h, d } = link.dataset, found = (what) => link.querySelector(what);
    const one = { link, id, up, team, name, x: +x, w: +w, y: +y, h: +h, depth: +d, wide: 0 };
    one.dot = mark ? make("svg", link, { class: "cg", y: one.y + one.h - 21, width: 13, height: 13 }) : found(".cg");
    if (mark) make("use", one.dot, { href: "#" + mark });
    return Object.assign(one, { rect: found("rect"), also: found(".also") });
  }

  /* Where the words of a block go: made when they first have room. */
  function room(one) {
    one.frame = make("foreignObject", one.link, { y: one.y + 8, "aria-hidden": "true" });
    one.words = one.frame.appendChild(document.createElement("div"));
    one.words.appendChild(document.createElement("b")).textContent = one.team;
    one.words.appendChild(document.createElement("span"));
    one.words.childNodes.forEach((part) => { part.dir = "auto"; });
  }

  /* What a block may bear, the best first: its title lying or upright, as much of it as ends after a word, its team, nothing. */
  function ways(one, wide) {
    const words = one.name.split(" "), [better, other] = wide > 76 || !one.depth ? LYING : UPRIGHT;
    const found = [[better, one.name], [other, one.name]];
    for (let most = words.length - 1; most > 2; most = Math.floor(most * 0.85)) {
      found.push([better, words.slice(0, most).join(" ").replace(/[,;:]$/, "") + "…"]);
    }
    return found.concat([["team"], ["team upright"], ["none"]]);
  }

  function letter(one) {
    const [kind, title = ""] = one.ways.shift();
    one.titled = title;
    one.words.className = "on " + kind;
    one.words.lastChild.textContent = title;
  }

  function overflows(one) {
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = one.words;
    return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  }

  /* Letters blocks, all of them a step at a time, so that the browser lays them out a few times only. */
  function letterAll(blocks) {
    for (let open = blocks; open.length; open = open.filter((one) => one.ways.length && overflows(one))) open.forEach(letter);
  }

  function draw(one) {
    const scale = wall.width / (wall.to - wall.from), from = (one.x - wall.from) * scale, to = from + one.w * scale;
    one.seen = to > 0 && from < wall.width;
    const left = one.seen ? Math.max(0, from) : from, wide = (one.seen ? Math.min(wall.width, to) : to) - left;
    const inset = wide < 9 ? 0.4 : 1, pad = Math.min(8.5, (wide - 13) / 2), side = Math.min(8, wide / 14);
    const spacious = one.seen && wide > 15;
    one.ways = spacious && Math.abs(one.wide - wide) > 0.5 ? ways(one, wide) : [];
    one.wide = wide;
    one.link.classList.toggle("thin", wide < 9);
    put(one.rect, { x: left + inset, width: Math.max(0.4, wide - 2 * inset) });
    put(one.dot, { x: rightward ? left + pad : left + wide - pad - 13, display: wide < 20 ? "none" : "inline" });
    put(one.also, { x: rightward ? left + wide - 9 : left + 9, display: wide < 52 ? "none" : "inline" });
    if (spacious && !one.frame) room(one);
    const display = spacious ? "inline" : "none";
    put(one.frame, { x: left + side, width: Math.max(1, wide - 2 * side), height: Math.max(1, one.h - (one.depth ? 30 : 16)), display });
  }

  function drawAll() {
    const stretch = wall.width / (wall.to - wall.from) / breadth, shift = -wall.from * stretch * breadth;
    put(svg, { viewBox: `0 0 ${wall.width} ${height}` });
    stones.forEach(draw);
    letterAll(stones.filter((one) => one.ways.length));
    put(stand.querySelector(".gr"), { x2: wall.width });
    put(stand.querySelector(".ground"), { width: wall.width });
    put(arcs, { transform: `matrix(${stretch} 0 0 1 ${shift} 0)` });
    arcs.querySelectorAll("circle").forEach((dot) => {
      const x = dot.cx.baseVal.value;
      put(dot, { transform: `matrix(${1 / stretch} 0 0 1 ${x - x / stretch} 0)` });
    });
  }

  function resize(width) {
    if (!width || width === wall.width) return;
    wall.width = width;
    drawAll();
  }

  /* Looks at the wall between two shares of it. */
  function look(from, to) {
    const span = Math.max(least, Math.min(1, to - from));
    wall.from = Math.max(0, Math.min(1 - span, from));
    wall.to = wall.from + span;
    drawAll();
    svg.dispatchEvent(new Event("looked"));
  }

  svg.classList.add("live");
  window.okrWall = wall;
  resize(svg.clientWidth);
  new ResizeObserver(() => resize(svg.clientWidth)).observe(svg);
  document.fonts.ready.then(() => {
    stones.forEach((one) => { one.wide = 0; });
    drawAll();
  });
  let was = null;
  addEventListener("beforeprint", () => {
    was = [wall.from, wall.to];
    wall.width = breadth;
    look(0, 1);
  });
  addEventListener("afterprint", () => {
    wall.width = svg.clientWidth;
    look(...was);
  });
})();
