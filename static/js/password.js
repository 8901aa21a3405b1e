// Puts a button into each password field that shows and hides what was typed.

const [show, hide] = document.querySelector("meta[name=show-password]").content.split("|");

for (const input of document.querySelectorAll("input[type=password]")) {
  const button = document.createElement("button");
  const frame = document.createElement("div");
  frame.className = "secret";
  button.type = "button";
  button.className = "secret__show";
  const label = document.querySelector(`label[for="${input.id}"]`)?.textContent.trim() ?? "";
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = shown ? hide : show;
    button.setAttribute("aria-label", `${shown ? hide : show}: ${label}`);
  };
  button.addEventListener("click", () => set(input.type === "password"));
  // Sent as a password again, so that browsers offer to keep it and forget the plain text.
  input.form?.addEventListener("submit", () => set(false));
  input.replaceWith(frame);
  frame.append(input, button);
  set(false);
}
