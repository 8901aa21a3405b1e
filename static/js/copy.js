// Copies a text at the press of a button; where there is no clipboard, it is marked. Of several on a page each has its
// own place that says so, inside of the same `data-copying`.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", async () => {
    const text = document.querySelector(button.dataset.copy);
    const status = (button.closest("[data-copying]") ?? document).querySelector("[data-copy-status]");
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      status.textContent = button.dataset.copied;
    } catch {
      // Without a secure connection there is no clipboard; the text is marked.
      status.textContent = button.dataset.failed;
    }
  });
}
