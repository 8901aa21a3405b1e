// Writing a section: the page follows the typing, facts and terms go in with one press, and nothing typed is lost.

const write = document.querySelector("[data-write]");
const form = write?.closest("form");
const frame = write?.querySelector("iframe");
const texts = [...(write?.querySelectorAll("textarea.markdown") ?? [])];
let current = texts[0];
let shown = "body";
let waiting;
let asked = 0;
let saved = true;

async function refresh() {
  const button = write.querySelector(`[data-preview="${shown}"]`);
  const state = write.querySelector("[data-preview-state]");
  const turn = ++asked;
  const data = new FormData(form);
  data.set("_preview", shown);
  try {
    const answer = await fetch(button.formAction, { method: "POST", body: data });
    if (!answer.ok || turn !== asked) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-page]");
    // Only what the page shows is replaced, so it keeps its place while one types.
    frame.contentDocument.querySelector("[data-page]").replaceWith(page);
    state.textContent = "";
  } catch {
    if (turn === asked) state.textContent = state.dataset.trouble;
  }
}

function later() {
  saved = false;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 500);
}

function insert(chosen) {
  const start = current.selectionStart;
  // A tag that meets a word keeps its distance.
  const before = /\w$/.test(current.value.slice(0, start)) && chosen.startsWith("{") ? " " : "";
  const after = /^\w/.test(current.value.slice(current.selectionEnd)) && chosen.endsWith("}") ? " " : "";
  const text = before + chosen + after;
  current.focus();
  current.setRangeText(text, start, current.selectionEnd, "end");
  // Between the lines of a box its words stand selected, ready to be written over.
  const lines = text.trim().split("\n");
  if (lines.length === 3) {
    const from = start + text.indexOf(lines[1]);
    current.setSelectionRange(from, from + lines[1].length);
  }
  current.dispatchEvent(new Event("input", { bubbles: true }));
}

// Places on the page are followed inside the frame; everything else opens beside it, because pages refuse to be framed.
function openBeside() {
  frame.contentDocument.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) link.target = "_blank";
  });
}

if (write) {
  frame.addEventListener("load", openBeside);
  if (frame.contentDocument?.readyState === "complete") openBeside();
  for (const text of texts) {
    text.addEventListener("focus", () => { current = text; });
    text.addEventListener("input", () => { shown = text.name; later(); });
  }
  for (const button of write.querySelectorAll("[data-preview]")) {
    button.addEventListener("click", (event) => { event.preventDefault(); shown = button.value; refresh(); });
  }
  write.querySelector("[name=preview_state]").addEventListener("change", refresh);
  for (const button of write.querySelectorAll("[data-insert]")) {
    button.addEventListener("click", () => {
      insert(button.dataset.insert);
      button.closest("details").open = false;
    });
  }
  for (const field of write.querySelectorAll("[data-find]")) {
    field.hidden = false;
    field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      for (const item of field.parentElement.querySelectorAll("li")) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
      }
    });
  }
  // A text that was sent back is not what is saved: show it as it stands here.
  if (document.querySelector(".errornote")) { saved = false; frame.addEventListener("load", refresh, { once: true }); }
  form.addEventListener("submit", () => { saved = true; });
  addEventListener("beforeunload", (event) => saved || event.preventDefault());
}
