// While a file is being read the page says so, and the button can't be pressed twice.

for (const form of document.querySelectorAll("form[data-reading]")) {
  form.addEventListener("submit", () => {
    const status = form.querySelector("[data-reading-status]");
    status.textContent = status.dataset.words;
    // After the browser has taken the form's values.
    setTimeout(() => form.querySelector("button:not([type])").setAttribute("disabled", ""));
  });

  // A file can be dropped anywhere on the form.
  const file = form.querySelector("input[type=file]");
  if (!file) continue;
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    file.focus();
  });
}

// A page that comes back out of the browser's memory can be used again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("form[data-reading] button[disabled]")) button.removeAttribute("disabled");
});
