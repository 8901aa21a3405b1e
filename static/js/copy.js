// Copies a text at the press of a button; where there is no clipboard, it is marked.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", async () => {
    const text = document.querySelector(button.dataset.copy);
    const status = document.querySelector("[data-copy-status]");
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
