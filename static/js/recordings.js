// Recordings that stay in this browser: one for each answer and person, in the browser's own database. They hold bytes
// instead of a blob, for not every browser keeps blobs.

const STORE = "recordings";

const settled = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

const opened = () => {
  const asked = indexedDB.open("careerguide-recordings", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: ["person", "answer"] });
  return settled(asked);
};

const within = async (mode, work) => {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    // What is not on the disk yet is not kept.
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const found = await settled(work(transaction.objectStore(STORE)));
    await done;
    return found;
  } finally {
    database.close();
  }
};

const changed = (found) => {
  document.dispatchEvent(new Event("recordings"));
  return found;
};

// Some browsers have the database and refuse it, in a private window for example.
export const find = (person, answer) => within("readonly", (store) => store.get([person, answer])).catch(() => undefined);

export const all = () => within("readonly", (store) => store.getAll()).catch(() => []);

export const keep = (recording) => within("readwrite", (store) => store.put(recording)).then(changed);

export const remove = (person, answer) => within("readwrite", (store) => store.delete([person, answer])).then(changed);

export const removeAll = () => within("readwrite", (store) => store.clear()).then(changed);
