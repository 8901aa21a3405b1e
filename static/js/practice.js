// The page on which an answer is written: saves the draft while it is typed, counts words, shows a clock that only
// informs. Without it a button saves; nothing here is needed to answer.

const form = document.querySelector("form[data-draft]");

if (form) {
  const status = form.querySelector("[data-draft-status]");
  const seen = form.querySelector("[data-draft-seen]");
  const text = form.querySelector("[data-draft-text]");
  const words = status.dataset;
  const PAUSE = 1200; // after the last key
  const AGAIN = 5000; // after a connection that failed
  let timer = 0;
  let sending = null;
  let isDirty = false;
  let isBlocked = false;
  let isLeaving = false;
  let lost = null; // what was on its way when the connection failed

  const say = (sentence, isBad = false) => {
    if (status.textContent !== sentence) status.textContent = sentence;
    status.classList.toggle("draft__status--bad", isBad);
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  const post = async (sent) => {
    // Only a page that goes away needs it: browsers refuse more than 64 KB of it.
    const keepalive = document.visibilityState === "hidden";
    const answer = await fetch(words.address, { method: "POST", body: sent, redirect: "manual", keepalive });
    // A redirect leads to the sign-in.
    if (answer.type === "opaqueredirect" || answer.status === 403) return { status: 403 };
    if (![200, 409, 422].includes(answer.status)) throw new Error(answer.status);
    return { status: answer.status, ...(await answer.json()) };
  };

  const heard = (answer, sent) => {
    if (answer.status === 200) {
      seen.value = answer.seen;
      lost = null;
      if (!isDirty) say(answer.said);
    } else if (answer.status === 409 && lost !== null && answer.text === lost) {
      // The save that we thought was lost had arrived: nobody else changed the answer.
      seen.value = answer.seen;
      lost = null;
      isDirty = true;
    } else if (answer.status === 409) {
      isBlocked = true;
      form.querySelector("[data-draft-both]").hidden = false;
      say(answer.said, true);
    } else say(answer.status === 403 ? words.signedOut : answer.said, true);
  };

  const save = async () => {
    clearTimeout(timer);
    if (sending) await sending;
    if (!isDirty || isBlocked) return;
    isDirty = false;
    const sent = new FormData(form);
    say(words.saving);
    sending = post(sent).then(
      (answer) => heard(answer, sent),
      () => {
        lost = String(sent.get("text")).replaceAll("\r\n", "\n").trim();
        isDirty = true;
        say(words.offline, true);
        later(AGAIN);
      },
    );
    await sending;
    sending = null;
    if (isDirty && !isBlocked) later(PAUSE);
  };

  form.addEventListener("input", () => {
    isDirty = true;
    if (!isBlocked) later(PAUSE);
  });

  // Whoever leaves or closes the page keeps what was typed a moment ago.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());

  // What could not be saved is not left behind by mistake.
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && (lost !== null || isBlocked)) event.preventDefault();
  });

  // A button waits for a save that is on its way, which would make the page look older than it is.
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    isDirty = false;
    isLeaving = true;
    if (!sending) return;
    event.preventDefault();
    const { submitter } = event;
    await sending;
    isDirty = false;
    clearTimeout(timer);
    form.requestSubmit(submitter);
  });

  const count = form.querySelector("[data-words]");
  const tally = () => {
    const number = text.value.trim() ? text.value.trim().split(/\s+/).length : 0;
    count.textContent = (number === 1 ? count.dataset.one : count.dataset.many).replace("{n}", number);
  };
  text.addEventListener("input", tally);
  tally();
}

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// As in the room: counts up from the moment the question is read. It only informs.
for (const clock of document.querySelectorAll("[data-clock-up]")) {
  const begun = Date.now();
  const face = clock.querySelector("[data-clock]");
  clock.hidden = false;
  setInterval(() => (face.textContent = minutes(Math.floor((Date.now() - begun) / 1000))), 1000);
}

// A stopwatch for an answer said aloud; it fills in the seconds.
for (const watch of document.querySelectorAll("[data-stopwatch]")) {
  const button = watch.querySelector("button");
  const face = watch.querySelector("[data-clock]");
  const { start, stop } = button.dataset;
  let begun = 0;
  let ticking = 0;
  watch.hidden = false;

  const passed = () => Math.round((Date.now() - begun) / 1000);
  button.addEventListener("click", () => {
    if (!ticking) {
      begun = Date.now();
      face.textContent = minutes(0);
      ticking = setInterval(() => (face.textContent = minutes(passed())), 500);
      button.textContent = stop;
      return;
    }
    clearInterval(ticking);
    ticking = 0;
    button.textContent = start;
    const seconds = watch.closest("form").querySelector("[name=duration_s]");
    seconds.value = Math.max(1, passed());
    watch.closest("form").querySelector("[name=is_spoken]").checked = true;
    seconds.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Of the choices of a start only those that the occasion needs.
for (const begin of document.querySelectorAll("form[data-occasions]")) {
  const show = () => {
    const occasion = begin.elements.occasion.value;
    for (const control of begin.querySelectorAll("[data-occasion]")) control.closest(".field").hidden = control.dataset.occasion !== occasion;
    begin.elements.number.closest(".field").hidden = occasion === "quick";
  };
  begin.addEventListener("change", show);
  show();
}
