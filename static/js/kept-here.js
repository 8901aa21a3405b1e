// The list of recordings that this browser keeps. The server doesn't know them, so only the browser can show it.

import * as here from "./recordings.js";

const { lang } = document.documentElement;
// The site writes 28 November 2026, also where the browser would not.
const days = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

for (const root of document.querySelectorAll("[data-kept-here]")) {
  const rows = root.querySelector("ul");
  const pattern = root.querySelector("template");
  const others = root.querySelector("[data-others]");

  const row = ({ person, answer, asked, seconds, taps, at }) => {
    const item = pattern.content.cloneNode(true);
    const counted = taps ? (taps === 1 ? pattern.dataset.one : pattern.dataset.many.replace("{n}", taps)) : "";
    item.querySelector("[data-asked]").textContent = asked;
    item.querySelector("[data-told]").textContent = [days.format(at), clock(seconds), counted].filter(Boolean).join(" · ");
    item.querySelector("button").addEventListener("click", () => confirm(root.dataset.sure) && here.remove(person, answer));
    return item;
  };

  const show = async () => {
    const found = await here.all();
    const own = found.filter(({ person }) => person === root.dataset.person).sort((one, other) => other.at - one.at);
    rows.replaceChildren(...own.map(row));
    others.hidden = own.length === found.length;
    root.hidden = !found.length;
  };

  root.querySelector("[data-all]").addEventListener("click", () => confirm(root.dataset.sureAll) && here.removeAll());
  document.addEventListener("recordings", show);
  await show();
}
