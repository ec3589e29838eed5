/* Looks closer at the wall, and further: by buttons, by pinching, by Ctrl and the wheel. When close, it is drawn along. */
(function () {
  "use strict";
  const wall = window.okrWall;
  if (!wall) return;
  const { svg } = wall;
  const fingers = new Map();
  let moved = false;

  function left() {
    return svg.getBoundingClientRect().left;
  }

  /* Goes closer or further by a factor; what lies at a place in px stays there. */
  function zoom(factor, place) {
    const span = wall.to - wall.from, at = wall.from + (place / wall.width) * span, wanted = Math.min(1, span * factor);
    const from = at - (place / wall.width) * wanted;
    wall.look(from, from + wanted);
  }

  function middle() {
    const { one } = wall, scale = wall.width / (wall.to - wall.from);
    return one ? Math.max(0, Math.min(wall.width, (one.x + one.w / 2 - wall.from) * scale)) : wall.width / 2;
  }

  const steps = { in: () => zoom(0.5, middle()), out: () => zoom(2, middle()), whole: () => wall.look(0, 1) };

  function drag(along) {
    const share = (along / wall.width) * (wall.to - wall.from);
    wall.look(wall.from - share, wall.to - share);
  }

  /* Where the fingers are: their middle, and how far apart. */
  function spread() {
    const [a, b = a] = Array.from(fingers.values());
    return { middle: (a + b) / 2 - left(), apart: Math.max(24, Math.abs(a - b)) };
  }

  function follow(event) {
    const before = fingers.get(event.pointerId);
    if (before === undefined || (!moved && fingers.size < 2 && Math.abs(event.clientX - before) < 6)) return;
    const was = spread();
    moved = true;
    fingers.set(event.pointerId, event.clientX);
    const now = spread();
    if (fingers.size > 1) zoom(was.apart / now.apart, was.middle);
    if (wall.to - wall.from < 1) drag(now.middle - was.middle);
  }

  /* Brings a block into sight. */
  wall.reveal = (one) => {
    const span = wall.to - wall.from, from = one.w > span || one.x < wall.from ? one.x : one.x + one.w - span;
    if (one.x < wall.from || one.x + one.w > wall.to) wall.look(from, from + span);
  };

  Object.keys(steps).forEach((step) => {
    const button = document.querySelector(`[data-zoom-${step}]`);
    if (button) button.addEventListener("click", steps[step]);
  });
  svg.addEventListener("keydown", (event) => {
    const step = { "+": "in", "=": "in", "-": "out", 0: "whole", Escape: "whole" }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    steps[step]();
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.pow(1.25, Math.sign(event.deltaY)), event.clientX - left());
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
