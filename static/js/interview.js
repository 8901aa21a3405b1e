// Keeps what is typed about an interview as soon as its field is left; the buttons do the same without script.

for (const form of document.querySelectorAll("form[data-keep]")) {
  // One after the other, so that two fields left in quick succession do not wait for each other on the server.
  let last = Promise.resolve();
  for (const field of [...form.elements].filter((element) => element.matches("textarea"))) {
    field.addEventListener("change", () => {
      last = last.then(() => keep(form, field));
    });
  }
}

async function keep(form, field) {
  const status = document.querySelector(`[data-keep-status="${field.name}"]`);
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  body.set(field.name, field.value);
  body.set("quietly", "1");
  let kept = false;
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body, redirect: "error" });
    kept = answer.status === 204;
  } catch {
    // Offline, or signed out meanwhile: the words below say so, and the text stays in the field.
  }
  status.textContent = kept ? form.dataset.saved : form.dataset.failed;
}
