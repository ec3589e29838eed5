/* Looks closer at the wall, and further: by buttons, by pinching, by Ctrl and the wheel. When close, it is drawn along. */
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

  /* Goes closer or further around the block at hand, or the middle. */
  function step(factor) {
    const { one } = wall, at = one && !one.out ? one.x + one.w / 2 : (wall.from + wall.to) / 2;
    show(at, Math.max(0, Math.min(1, (at - wall.from) / span())), span() * factor);
  }

  /* Brings a block into sight. */
  wall.reveal = (one) => {
    const from = one.w > span() || one.x < wall.from ? one.x : one.x + one.w - span();
    if (one.x < wall.from || one.x + one.w > wall.to) wall.look(from, from + span());
  };

  /* Where the fingers are: their middle, and how far apart. */
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

  const steps = { in: () => step(0.5), out: () => step(2), whole: () => wall.look(0, 1) };
  const keys = { "+": "in", "=": "in", "-": "out", 0: "whole", Escape: "whole" };
  Object.keys(steps).forEach((way) => {
    const button = document.querySelector(`[data-zoom-${way}]`);
    if (button) button.addEventListener("click", steps[way]);
  });
  svg.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    steps[keys[event.key]]();
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
