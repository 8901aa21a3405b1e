// The clock of a mock exam. It only informs: the server keeps the time. Without it the page says when the time ends.

const clock = document.querySelector("[data-timer]");

if (clock) {
  const end = Date.now() + Number(clock.dataset.seconds) * 1000;
  const face = clock.querySelector("[data-clock]");
  const words = clock.querySelector("[data-said]");
  const said = document.querySelector("[data-timer-said]");
  const told = new Map([
    [300, said.dataset.five],
    [60, said.dataset.one],
    [0, clock.dataset.over],
  ]);
  let before = Infinity;

  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const [minutes, seconds] = [Math.floor(left / 60), String(left % 60).padStart(2, "0")];
    face.textContent = left ? `${minutes}:${seconds}` : clock.dataset.over;
    words.hidden = left === 0;
    // Said aloud only when a mark is passed, not each second.
    for (const [mark, sentence] of told) if (left <= mark && before > mark && before !== Infinity) said.textContent = sentence;
    before = left;
    if (left) setTimeout(tick, 1000);
  };

  tick();
  // A page that comes back out of the browser's memory looks at once.
  addEventListener("pageshow", (event) => event.persisted && tick());
}
