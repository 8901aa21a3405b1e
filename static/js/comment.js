// Words that a reader marks in a line become what their comment is about. Without it, a comment is about the line.

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed) return;
  const begin = chosen.anchorNode?.parentElement?.closest("[data-line]");
  if (!begin || !begin.contains(chosen.focusNode)) return;
  const box = begin.parentElement.querySelector("[data-comment]");
  const part = chosen.getRangeAt(0).cloneContents();
  // The numbers of notes are ours, not the writer's.
  for (const number of part.querySelectorAll(".mk__n")) number.remove();
  const words = part.textContent.replace(/\s+/g, " ").trim().slice(0, 500);
  if (!box || !words) return;
  box.querySelector("input[name=quote]").value = words;
  const label = box.querySelector("summary");
  label.dataset.words ??= label.firstChild.textContent;
  label.firstChild.textContent = `${label.dataset.words}: “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
});
