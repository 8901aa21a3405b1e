// Listening: play and go back without leaving the text, and count fillers by ear.

export const player = (root, { onCount }) => {
  const audio = root.querySelector("audio");
  const shown = root.querySelector("[data-taps]");
  const toggle = root.querySelector("[data-act=play]");
  let isThere = false;
  let seconds = 0;
  let taps = 0;
  let timer = 0;

  // What a browser records does not say how long it is, until someone looks for its end.
  audio.addEventListener("loadedmetadata", () => {
    if (audio.duration !== Infinity) return;
    audio.addEventListener("timeupdate", () => (audio.currentTime = 0), { once: true });
    audio.currentTime = 1e101;
  });
  for (const change of ["play", "pause", "ended"])
    audio.addEventListener(change, () => (toggle.textContent = audio.paused ? toggle.dataset.play : toggle.dataset.pause));

  const show = () => {
    const rate = seconds >= 20 && taps ? Math.round(taps / (seconds / 60)) : 0;
    const { none, one, many, pace } = shown.dataset;
    const counted = taps === 1 ? one : many.replace("{n}", taps);
    shown.textContent = taps ? [counted, rate && pace.replace("{n}", rate)].filter(Boolean).join(", ") : none;
  };
  const save = () => {
    clearTimeout(timer);
    if (timer) onCount(taps);
    timer = 0;
  };
  const count = (number) => {
    taps = Math.min(number, 999);
    show();
    clearTimeout(timer);
    timer = setTimeout(save, 800);
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());

  const acts = {
    play: () => (audio.paused ? audio.play() : audio.pause()),
    back: () => (audio.currentTime = Math.max(0, audio.currentTime - 5)),
    tap: () => count(taps + 1),
    again: () => count(0),
  };
  const keys = { Escape: acts.play, F2: acts.back, F4: acts.tap };
  document.addEventListener("keydown", (event) => {
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing);
    if (!isThere || !isPlain || !keys[event.key] || audio.closest("details:not([open])")) return;
    event.preventDefault();
    keys[event.key]();
  });

  return {
    acts,
    taps: () => taps,
    // What is heard from now on: its address, how long it is, what was counted in it.
    load: (address, told) => {
      if (audio.src.startsWith("blob:")) URL.revokeObjectURL(audio.src);
      if (audio.getAttribute("src") !== address) audio.src = address;
      isThere = true;
      seconds = told.seconds ?? 0;
      taps = told.taps ?? 0;
      show();
    },
    unload: () => {
      save();
      audio.pause();
      if (audio.src.startsWith("blob:")) URL.revokeObjectURL(audio.src);
      audio.removeAttribute("src");
      audio.load();
      isThere = false;
    },
  };
};
