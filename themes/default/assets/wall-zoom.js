/* Looks closer at the wall, and further: by buttons, fingers, Ctrl and the wheel. When close, it is drawn along. */
(function () {
  "use strict";
  const wall = window.okrWall;
  if (!wall) return;
  const { svg } = wall;
  const fingers = new Map();
  let moved = false;

  const span = () => wall.to - wall.from;
  const part = (x) => (x - svg.getBoundingClientRect().left) / wall.width;
  const share = (x) => wall.from + part(x) * span();

  /* Shows a share of the wall at a part of the window, and so much around it. */
  function show(at, there, around) {
    const wanted = Math.min(1, around);
    wall.look(at - there * wanted, at + (1 - there) * wanted);
  }

  function step(factor) {
    const { one } = wall, at = one && !one.out ? one.x + one.w / 2 : (wall.from + wall.to) / 2;
    show(at, Math.max(0, Math.min(1, (at - wall.from) / span())), span() * factor);
  }

  wall.reveal = (one) => {
    const from = one.w > span() || one.x < wall.from ? one.x : one.x + one.w - span();
    if (one.x < wall.from || one.x + one.w > wall.to) wall.look(from, from + span());
  };

  function spread() {
    const [a, b = a] = Array.from(fingers.values());
    return { middle: (a + b) / 2, apart: Math.max(24, Math.abs(a - b)) };
  }

  function follow(event) {
    const before = fingers.get(event.pointerId);
    if (before === undefined || (!moved && fingers.size < 2 && Math.abs(event.clientX - before) < 6)) return;
    const was = spread(), at = share(was.middle);
    moved = true;
    fingers.set(event.pointerId, event.clientX);
    const now = spread();
    show(at, part(now.middle), (span() * was.apart) / now.apart);
  }

  const ways = [["in", ["+", "="], 0.5], ["out", ["-"], 2], ["whole", ["0", "Escape"], Infinity]];
  ways.forEach(([way, , factor]) => {
    document.querySelector(`[data-zoom-${way}]`).addEventListener("click", () => step(factor));
  });
  svg.addEventListener("keydown", (event) => {
    const found = ways.find(([, keys]) => keys.includes(event.key));
    if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(found[2]);
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    show(share(event.clientX), part(event.clientX), span() * Math.exp(Math.max(-50, Math.min(50, event.deltaY)) / 200));
  }, { passive: false });
  svg.addEventListener("touchstart", (event) => { if (event.touches.length > 1) event.preventDefault(); }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    if (!fingers.size) moved = false;
    if (!event.button) fingers.set(event.pointerId, event.clientX);
  });
  addEventListener("pointermove", follow);
  ["pointerup", "pointercancel"].forEach((end) => addEventListener(end, (event) => fingers.delete(event.pointerId)));
  svg.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
})();
