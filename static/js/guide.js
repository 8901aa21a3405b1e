// The guide page: contents that follow the reader, and a state that changes in place. Both work without this file.

const guide = document.querySelector("[data-guide]");

// ---- contents

function follow(root) {
  const sections = [...root.querySelectorAll(".section[id]")];
  const links = [...guide.querySelectorAll(".toc a")];
  const bar = root.querySelector("[data-contents]");
  const list = bar.querySelector("details");
  const now = bar.querySelector("[data-now]");
  const count = bar.querySelector("[data-count]");
  const named = sections.filter((section) => links.some((link) => link.hash === `#${section.id}`));
  const idle = now.textContent;

  function show(section) {
    for (const link of links) {
      if (section && link.hash === `#${section.id}`) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    now.textContent = section ? section.querySelector("h2").textContent : idle;
    count.textContent = section ? `${named.indexOf(section) + 1} / ${named.length}` : "";
    guide.querySelector(".toc--side [aria-current]")?.scrollIntoView?.({ block: "nearest" });
  }

  // The current part is the last one whose beginning has passed the upper third of the window.
  let current = null;
  function look() {
    const line = innerHeight / 3;
    const passed = named.filter((section) => section.getBoundingClientRect().top < line);
    const last = passed.at(-1) ?? null;
    if (last !== current) show((current = last));
  }
  const observer = new IntersectionObserver(look, { rootMargin: "0px 0px -66% 0px", threshold: [0, 0.01] });
  named.forEach((section) => observer.observe(section));
  look();

  bar.classList.add("is-live");
  root.querySelector("[data-back]")?.remove();
  bar.addEventListener("click", (event) => {
    if (event.target.closest("a")) list.open = false;
  });
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list.open) return;
    list.open = false;
    list.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!bar.contains(event.target)) list.open = false;
  });
  return observer;
}

// ---- my state: send the choice, and put the new text where the old one stood

let watching = follow(guide.querySelector("[data-guide-body]"));

async function change(form) {
  const body = guide.querySelector("[data-guide-body]");
  const menu = document.getElementById(`${form.id}-menu`);
  const before = menu.getBoundingClientRect().top;
  body.setAttribute("aria-busy", "true");
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-guide-body]");
  if (!fresh) throw new Error("not a guide");
  watching.disconnect();
  body.replaceWith(document.adoptNode(fresh));
  watching = follow(fresh);
  settle(form, before);
}

// The menu keeps its place on the screen; where the answer has taken its place, the part's heading takes the focus.
function settle(form, before) {
  const menu = document.getElementById(`${form.id}-menu`);
  const place = document.getElementById(form.elements.next.value.split("#")[1]);
  if (menu) {
    scrollBy(0, menu.getBoundingClientRect().top - before);
    menu.focus({ preventScroll: true });
  } else if (place) {
    place.tabIndex = -1;
    place.focus();
  }
  const chosen = document.querySelector("[data-switch] select")?.selectedOptions[0];
  guide.querySelector("[data-status]").textContent = chosen?.textContent ?? "";
}

for (const form of guide.querySelectorAll("form[id^=state-]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(form).catch(() => form.submit());
  });
}

// Choosing with a pointer is enough; with the arrow keys one passes by many states, so there the button decides.
let pointed = false;
guide.addEventListener("pointerdown", () => (pointed = true));
guide.addEventListener("keydown", () => (pointed = false));
guide.addEventListener("change", (event) => {
  const menu = event.target.closest("[data-switch] select");
  if (menu && pointed) menu.form.requestSubmit();
});
