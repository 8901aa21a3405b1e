// Answers while someone types. The search page fills its list; other pages show the few best under the field.
// Without this script the form asks the search page, as forms do.

const PAUSE = 150;

for (const form of document.querySelectorAll("form[role=search]")) {
  const panel = form.querySelector("[data-answers]") ?? document.getElementById(form.dataset.answers);
  if (panel) answerIn(form, panel);
}

function answerIn(form, panel) {
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[data-status]");
  const isBrief = form.contains(panel);
  let asked = input.value.trim();
  let timer = 0;
  let request = new AbortController();

  async function ask() {
    const words = input.value.trim();
    if (words === asked) return;
    asked = words;
    request.abort();
    request = new AbortController();
    if (isBrief && !words) return panel.replaceChildren();
    const address = new URL(form.action);
    address.search = words ? new URLSearchParams({ q: words }) : "";
    const here = address.href;
    if (isBrief) address.searchParams.set("brief", "on");
    try {
      const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: request.signal });
      if (!answer.ok) return;
      show(await answer.text());
      // The address follows without a step in the history, so going back leads to what was there before.
      if (!isBrief) history.replaceState(history.state, "", here);
    } catch (problem) {
      if (problem.name !== "AbortError") asked = "";
    }
  }

  function show(answers) {
    panel.innerHTML = answers;
    status.textContent = panel.querySelector("[data-said]")?.textContent ?? "";
  }

  function close() {
    request.abort();
    clearTimeout(timer);
    asked = "";
    panel.replaceChildren();
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });

  // Down from the field into the answers and through them, up and back again.
  form.addEventListener("keydown", (event) => walk(event, [input, ...panel.querySelectorAll("a")]));
  if (!isBrief) return panel.addEventListener("keydown", (event) => walk(event, [input, ...panel.querySelectorAll("a")]));

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.firstElementChild) return;
    event.preventDefault();
    close();
    input.focus();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
}

function walk(event, stops) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step && stops[stops.indexOf(document.activeElement) + step];
  if (!next || !stops.includes(document.activeElement)) return;
  event.preventDefault();
  next.focus();
}
