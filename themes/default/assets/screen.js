/* The wall screen: scenes in step with the clock; held by key or button, and where motion is unwelcome. */
(function () {
  "use strict";
  const EACH = 20000;
  const stage = document.querySelector("main");
  const scenes = stage.querySelectorAll(".scene");
  const hold = document.querySelector("[data-hold]");

  const words = [hold.textContent, hold.dataset.go];
  const kept = /^#~(\d+)$/.exec(location.hash);
  let at = kept ? +kept[1] : Math.floor(Date.now() / EACH);
  let held = kept || matchMedia("(prefers-reduced-motion: reduce)").matches;
  let next, missed = 0;

  function show(to) {
    at = (to + scenes.length) % scenes.length;
    scenes.forEach((one, place) => { one.hidden = place !== at; });
    wait();
  }
  function wait() {
    clearTimeout(next);
    if (!held) next = setTimeout(() => { show(stage.contains(document.activeElement) ? at : at + 1); }, EACH);
  }
  function keep(still) {
    held = still;
    hold.textContent = words[held ? 1 : 0];
    stage.setAttribute("aria-live", held ? "polite" : "off");
    wait();
  }
  function again() {
    location.hash = held ? "~" + at : "";
    location.reload();
  }
  /* A new build is loaded where the site is reached, or after a day. */
  function look() {
    const icon = new Image();
    icon.onload = again;
    icon.onerror = () => { if (++missed > 23) again(); };
    icon.src = document.querySelector("[rel=icon]").href + "?" + Date.now();
  }

  hold.onclick = () => { keep(!held); };
  document.querySelectorAll("[data-step]").forEach((step) => {
    step.onclick = () => { show(at + +step.dataset.step); };
  });
  document.onkeydown = (event) => {
    const on = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^Arrow[LR]/.test(event.key)) show(at + (event.key === on ? 1 : -1));
    if (event.key === " " && event.target === document.body) { event.preventDefault(); keep(!held); }
  };
  show(at);
  keep(held);
  setInterval(look, 3600000);
})();
