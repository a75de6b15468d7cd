// Sends what a judge types as it is typed, keeps it in the browser until the server has confirmed it, and tries again for as long as that takes.
import { drop, keep, keptFor } from "./kept.js";

const typingPause = 700;
const pauses = [1, 2, 4, 8, 15, 30];
// What is sent while a page is left may be no larger.
const mostOnLeaving = 30_000;

// form: says where to and whose; fields: { name, control, seen, same(a, b) }, by name; told: what is to be shown.
export function savingOf(form, fields, told) {
  const { account, sheet } = form.dataset;
  let trouble = null;
  let sentence = "";
  let failures = 0;
  let typing = 0;
  let retrying = 0;
  let working = null;

  const all = [...fields.values()];
  const unsaved = () => all.filter(field => field.entry);
  const open = () => unsaved().filter(field => !field.refused && !field.conflict);
  let canKeep = true;
  const report = () => told.state({ trouble: unsaved().length > 0 ? trouble : null, sentence, isSending: working !== null, waiting: unsaved().length, canKeep });

  function put(field, entry) {
    if (entry) {
      canKeep = keep(account, sheet, field.name, entry);
    } else if (field.entry) {
      drop(account, sheet, field.name, field.entry.value);
    }
    field.entry = entry;
  }

  // Takes what stands in a field; it is kept at once and sent after a pause, or now.
  function take(field, isNow) {
    const value = field.control.value;
    const typed = field.entry ? field.entry.value : field.seen;
    if (value !== typed) {
      const entry = { seen: field.entry?.seen ?? field.seen, value, sent: field.entry?.sent ?? [] };
      field.refused = null;
      told.field(field);
      put(field, entry.sent.length === 0 && field.same(value, entry.seen) && !field.conflict ? null : entry);
    }
    clearTimeout(typing);
    if (isNow) send();
    else typing = setTimeout(send, typingPause);
    report();
  }

  function send() {
    clearTimeout(typing);
    clearTimeout(retrying);
    working ??= work().finally(() => { working = null; report(); });
    return working;
  }

  async function work() {
    for (let batch = open(); batch.length > 0; batch = open()) {
      report();
      if (!await exchange(batch)) return;
    }
  }

  function fail(kind, words = "") {
    trouble = kind;
    sentence = words;
    // A network comes back by itself, and so may a sign-in in another window; what is over is asked for again only when somebody returns.
    if (kind === "away" || kind === "signedOut") retrying = setTimeout(send, 1000 * pauses[Math.min(failures++, pauses.length - 1)]);
    return false;
  }

  async function exchange(batch, mayRenew = true) {
    const body = new URLSearchParams();
    body.set("__RequestVerificationToken", form.elements.namedItem("__RequestVerificationToken").value);
    const values = new Map(batch.map(field => [field, field.entry.value]));
    for (const [field, value] of values) {
      field.entry.sent = [...new Set([...field.entry.sent, value])];
      put(field, field.entry);
      body.set(field.name, value);
      body.set(field.seenName, field.entry.seen);
    }
    let response, answer;
    try {
      response = await fetch(form.dataset.save, {
        method: "POST", body, redirect: "manual", keepalive: body.toString().length < mostOnLeaving, signal: AbortSignal.timeout(15_000),
        headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
      });
      if (response.ok) answer = await response.json();
    } catch {
      return fail("away");
    }
    if (response.type === "opaqueredirect" || response.status === 401) return fail("signedOut");
    if (response.status === 400) {
      const kind = mayRenew ? await renew() : "away";
      return kind ? fail(kind) : exchange(batch, false);
    }
    if (response.status === 403) return fail("other");
    if (response.status === 404) return fail("gone");
    if (!answer) return fail("away");

    trouble = null;
    failures = 0;
    if (answer.closed) return fail("closed", answer.closed);
    let isDone = true;
    for (const [field, value] of values) isDone = settle(field, value, answer.fields[field.name]) && isDone;
    told.saved(answer);
    return isDone;
  }

  // What became of one value. False when nothing is known, so that it is not sent for ever.
  function settle(field, value, outcome) {
    if (!outcome) return false;
    if (outcome.state === "saved") {
      // Nothing is changed by who goes back to what they saw, although a value of theirs went through meanwhile.
      const isOwn = field.same(value, outcome.stored) || isSent(field, value, outcome);
      const later = field.entry.value !== value || isOwn ? field.entry.value : outcome.stored;
      field.seen = outcome.stored;
      put(field, field.same(later, field.seen) ? null : { seen: field.seen, value: later, sent: [] });
    } else if (outcome.state === "refused" && field.entry.value === value) {
      field.refused = outcome.sentence;
      field.entry.sent = [];
      put(field, field.entry);
    } else if (outcome.state === "conflict") {
      field.seen = outcome.stored;
      if (isSent(field, value, outcome)) {
        // What is stored is what this window sent without hearing of it.
        put(field, { seen: field.seen, value: field.entry.value, sent: [] });
      } else {
        field.entry.sent = [];
        put(field, field.entry);
        field.conflict = outcome;
      }
    }
    told.field(field);
    return true;
  }

  const isSent = (field, value, outcome) => field.entry.sent.some(sent => sent !== value && field.same(sent, outcome.stored));

  // A form's token may have grown too old; the same page has a new one, unless somebody else has signed in. What is in the way, if anything.
  async function renew() {
    try {
      const response = await fetch(form.dataset.address, { redirect: "manual", headers: { "X-Requested-With": "XMLHttpRequest" }, signal: AbortSignal.timeout(15_000) });
      if (response.type === "opaqueredirect" || response.status === 401) return "signedOut";
      const page = response.ok && new DOMParser().parseFromString(await response.text(), "text/html").querySelector("form[data-sheet]");
      if (page?.dataset?.account !== account) return response.status >= 500 ? "away" : "other";
      form.elements.namedItem("__RequestVerificationToken").value = page.querySelector("[name=__RequestVerificationToken]").value;
      return null;
    } catch {
      return "away";
    }
  }

  // The writer has seen both values: what is typed replaces what is stored, or gives way to it.
  function choose(field, isMine) {
    field.conflict = null;
    if (isMine) {
      put(field, { seen: field.seen, value: field.control.value, sent: [] });
    } else {
      field.control.value = field.seen;
      put(field, null);
    }
    told.field(field);
    return send();
  }

  // Everything that could not be saved is given up, and the page shows what is stored.
  function discard() {
    for (const { sheet: kept, field } of keptFor(account)) if (kept === sheet) drop(account, sheet, field);
    for (const field of unsaved()) {
      field.entry = null;
    }
  }

  // What an earlier visit could not send stands in its field again. The rest has no field any more.
  const homeless = [];
  for (const { sheet: kept, field: name, entry } of keptFor(account)) {
    if (kept !== sheet) continue;
    const field = fields.get(name);
    if (!field) {
      homeless.push({ name, value: entry.value });
    } else if (field.same(entry.value, field.seen)) {
      drop(account, sheet, name);
    } else {
      field.control.value = entry.value;
      field.entry = entry;
      told.field(field);
    }
  }

  const again = () => {
    if (document.visibilityState === "visible" && open().length > 0) {
      failures = 0;
      send();
    }
  };
  for (const name of ["online", "focus", "pageshow"]) addEventListener(name, again);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" ? again() : open().length > 0 && send());
  // What is on its way is kept in the browser besides: only what waits for the writer or the network is worth a question.
  let isLeaving = false;
  addEventListener("beforeunload", event => {
    if (!isLeaving && unsaved().length > 0 && (trouble || unsaved().length > open().length || !canKeep)) event.preventDefault();
  });

  return { take, send, choose, discard, report, homeless, unsaved, leave: () => { isLeaving = true; }, isClean: () => unsaved().length === 0 };
}
