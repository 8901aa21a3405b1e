// An answer said aloud: recorded, heard, kept in this browser alone or on the server, deleted. Without it, what is on the
// server plays with the browser's own player, and an answer is written.

import * as microphone from "./microphone.js";
import { player } from "./player.js";
import * as here from "./recordings.js";

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

for (const root of document.querySelectorAll("[data-recorder]")) {
  const about = root.querySelector("[data-about]").dataset;
  const { person, answer, asked, address } = about;
  const isGiven = "given" in root.dataset;
  const status = root.querySelector("[data-said]");
  const find = (name) => root.querySelector(`[data-${name}]`);
  const words = (name) => root.querySelector(`[data-word="${name}"]`).textContent;
  const form = root.closest("form");
  let state = "idle";
  let running = null;
  let heard = null; // {blob, seconds, place}: what the player holds; place is "", "browser" or "server"

  const say = (sentence, isBad = false) => {
    status.textContent = sentence;
    status.classList.toggle("recorder__said--bad", isBad);
  };
  const show = (now) => {
    state = now;
    for (const part of root.querySelectorAll("[data-in]")) part.hidden = !part.dataset.in.split(" ").includes(now);
    root.hidden = isGiven && now === "idle";
  };

  // ---- the server

  const post = async (where, fields = {}) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const sent = { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } };
    let reply;
    try {
      // Only what is small may outlive the page.
      reply = await fetch(where, { ...sent, keepalive: !fields.file });
    } catch {
      throw new Error(words("offline"));
    }
    // A redirect leads to the sign-in.
    if (reply.type === "opaqueredirect" || reply.status === 403) throw new Error(words("signed-out"));
    const told = await reply.json().catch(() => null);
    if (!reply.ok) throw new Error(told?.said ?? words(reply.status === 413 ? "large" : "offline"));
    return told;
  };

  // ---- listening

  const listening = player(root, {
    onCount: async (taps) => {
      if (!heard) return;
      heard.taps = taps;
      if (heard.place === "server") await post(about.tapsAddress, { taps: taps || "" }).catch((trouble) => say(trouble.message, true));
      if (heard.place === "browser") await inBrowser();
    },
  });
  const hear = (found) => {
    heard = found;
    const source = found.place === "server" && !found.blob ? address : URL.createObjectURL(found.blob);
    listening.load(source, found);
    show(found.place || "fresh");
  };
  const silence = () => {
    listening.unload();
    heard = null;
    show("idle");
  };

  // ---- keeping and deleting

  const inBrowser = async () => {
    const { blob, seconds, taps } = heard;
    await here.keep({ person, answer, asked, type: blob.type, bytes: await blob.arrayBuffer(), seconds, taps, at: Date.now() });
  };
  const told = (name, value) => {
    const field = form?.querySelector(`[name=${name}]`);
    if (!field) return;
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const settled = () => {
    show(heard.place);
    told("is_spoken", true);
    told("duration_s", heard.seconds);
  };
  const isOnServer = () => "kept" in about;
  const offServer = async () => {
    if (!isOnServer()) return;
    await post(about.deleteAddress);
    delete about.kept;
  };

  const keepHere = async () => {
    heard.taps = listening.taps();
    try {
      await inBrowser();
    } catch {
      return say(words("no-room"), true);
    }
    heard.place = "browser";
    try {
      await offServer();
    } finally {
      settled();
    }
    return say(words("kept-here"));
  };
  const keepOnServer = async () => {
    const taps = listening.taps();
    if (heard.blob.size > Number(about.largest)) return say(words("large"), true);
    say(words("sending"));
    const reply = await post(address, { file: heard.blob, duration_s: heard.seconds });
    about.kept = "";
    heard.place = "server";
    try {
      if (taps) await post(about.tapsAddress, { taps });
      await here.remove(person, answer).catch(() => {});
    } finally {
      settled();
    }
    return say(reply.said);
  };
  const remove = async () => {
    if (!confirm(words("sure"))) return;
    if (heard.place === "server") await offServer();
    else await here.remove(person, answer);
    silence();
    root.hidden = false;
    say(words("deleted"));
  };
  const discard = async () => {
    if (!confirm(words("sure"))) return;
    if (running) {
      running.isCancelled = true;
      running.stop();
    }
    silence();
    say("");
    await begin();
  };

  // ---- recording

  // The clock and the loudness, ten times a second.
  const watch = (run, limit) => {
    const said = new Set();
    const once = (name, isBad) => said.has(name) || (said.add(name), say(words(name), isBad));
    let loudest = 0;
    const tick = () => {
      const seconds = run.seconds();
      const level = run.level();
      find("time").textContent = clock(Math.min(seconds, limit));
      find("level").setAttribute("width", `${state === "recording" ? Math.round((level ?? 0) * 100) : 0}%`);
      loudest = Math.max(loudest, level ?? 1);
      if (seconds > 4 && loudest < 0.005) once("silent", true);
      if (seconds >= limit - 60) once("nearly");
      if (seconds >= limit) run.stop();
    };
    tick();
    return setInterval(tick, 100);
  };
  const finished = async (run, limit, ticking) => {
    const blob = await run.ended;
    clearInterval(ticking);
    running = null;
    if (run.isCancelled) return;
    if (!blob.size) {
      // Stopped before the first sound: what was there before is there again.
      show("idle");
      await begin();
      return say(words("empty"), true);
    }
    hear({ blob, seconds: Math.max(1, Math.min(limit, Math.round(run.seconds()))), taps: 0, place: "" });
    find("act=here").focus();
    return say(words(run.seconds() >= limit ? "full" : "stopped"));
  };
  const record = async () => {
    if (running) return;
    say(words("asking"));
    try {
      running = await microphone.record();
    } catch (trouble) {
      const known = { NotAllowedError: "denied", NotFoundError: "no-microphone", NotReadableError: "busy" };
      return say(words(known[trouble.name] ?? "trouble"), true);
    }
    if (heard) listening.unload();
    heard = null;
    show("recording");
    say(words("recording"));
    find("act=stop").focus();
    const limit = Number(about.limit);
    finished(running, limit, watch(running, limit));
  };

  const acts = {
    ...listening.acts,
    record,
    pause: () => {
      running.pause();
      show("paused");
      say(words("paused"));
      find("act=go-on").focus();
    },
    "go-on": () => {
      running.goOn();
      show("recording");
      say(words("recording"));
      find("act=pause").focus();
    },
    stop: () => running.stop(),
    discard,
    here: keepHere,
    server: keepOnServer,
    delete: remove,
    write: async () => {
      say(words("listening"));
      const { said, text } = await post(about.transcriptAddress);
      const box = form.querySelector("[data-draft-text]");
      box.value = [box.value.trim(), text].filter(Boolean).join("\n\n");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      say(said);
    },
  };
  let isBusy = false;
  root.addEventListener("click", async (event) => {
    const { act } = event.target.closest("[data-act]")?.dataset ?? {};
    if (!act) return;
    event.preventDefault();
    // What takes a while is not begun twice.
    const isQuick = act in listening.acts || act === "stop";
    if (isBusy && !isQuick) return;
    isBusy ||= !isQuick;
    try {
      await acts[act]();
    } catch (trouble) {
      say(trouble.message, true);
    } finally {
      if (!isQuick) isBusy = false;
    }
  });

  // Whoever leaves is asked while something is not kept yet.
  addEventListener("beforeunload", (event) => ["recording", "paused", "fresh"].includes(state) && event.preventDefault());

  const begin = async () => {
    if (isOnServer())
      return hear({ seconds: Number(about.seconds), taps: Number(about.count), place: "server" });
    const found = await here.find(person, answer);
    if (found) return hear({ ...found, blob: new Blob([found.bytes], { type: found.type }), place: "browser" });
    show("idle");
    if (!microphone.isPossible && !isGiven) {
      find("act=record").disabled = true;
      say(words(isSecureContext ? "old" : "insecure"));
    }
  };
  // Deleted from the list below.
  document.addEventListener("recordings", async () => {
    if (heard?.place === "browser" && !(await here.find(person, answer))) silence();
  });
  await begin();
  root.closest("details")?.toggleAttribute("open", Boolean(heard) || root.closest("details").open);
}
