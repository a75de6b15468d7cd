// A judge's sheet: marks are saved as they are typed, the total follows, and everything can be done by keyboard or with a thumb. The server counts and checks the same.
import { savingOf } from "./saving.js";

const form = document.querySelector("form[data-sheet]");
const says = form.dataset;
const say = (words, ...values) => values.reduce((text, value, place) => text.replace(`{${place}}`, value), words);
const written = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 4, useGrouping: false });
const step = Number(says.step);
const part = name => form.querySelector(`[data-${name}]`);

// "7,5" and "7.5" are one number; null for an empty input, NaN for what is none.
function read(text) {
  const plain = text.replace(/\s/g, "");
  return plain === "" ? null : /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : NaN;
}
const sameMark = (one, other) => read(one) === read(other);
const plainText = text => text.replace(/\r\n?/g, "\n").trim();
const sameText = (one, other) => plainText(one) === plainText(other);

const fields = new Map();
for (const control of form.querySelectorAll("[data-field]")) {
  const { name } = control;
  const isMark = control.hasAttribute("data-mark");
  const seenName = name.replace(/^Input\./, "Input.Seen");
  const seen = form.elements.namedItem(seenName);
  fields.set(name, {
    name, seenName, control, isMark, box: control.closest(".criterion, .field"), same: isMark ? sameMark : sameText,
    get seen() { return seen.value; },
    set seen(value) { seen.value = value; },
    entry: null, refused: null, conflict: null,
  });
}
const marks = [...fields.values()].filter(field => field.isMark);
const fieldOf = control => fields.get(control.name);
const valueOf = field => {
  const value = read(field.control.value);
  return value <= Number(field.control.dataset.max) && !field.refused ? value : null;
};

function count() {
  const points = marks.map(valueOf);
  const own = points.reduce((sum, value) => sum + (value ?? 0), 0);
  const missing = points.filter(value => value === null).length;
  part("total").value = written.format(own);
  if (part("together")) part("together").textContent = written.format(own + Number(part("together").dataset.together));
  part("missing").textContent = missing === 0 ? says.saysNone : say(says.saysSome, missing);
  form.classList.toggle("complete", missing === 0);
  marks.forEach((field, place) => {
    const link = form.querySelector(`.criteria-index a[href="#${field.box.id}"]`);
    link.classList.toggle("done", points[place] !== null);
    link.querySelector("[data-word]").textContent = points[place] !== null ? says.saysDone : says.saysOpen;
  });
  return missing;
}

// What a field says beneath itself: why it was refused, or both values and a choice.
function line(field, kind, words) {
  const id = `${field.control.id}-${kind}`;
  let one = document.getElementById(id);
  if (!words) {
    one?.remove();
    return null;
  }
  if (!one) {
    one = document.createElement("div");
    one.id = id;
    one.className = kind;
    // At a mark right below it, where its writer looks.
    if (field.isMark) document.getElementById(`${field.control.id}-range`).after(one);
    else field.box.append(one);
  }
  one.textContent = words;
  return one;
}

function choice(field, isMine) {
  const button = document.createElement("button");
  const value = isMine ? field.control.value : field.seen;
  button.type = "button";
  button.className = "button small";
  button.textContent = !field.isMark ? isMine ? says.saysMine : says.saysTheirs : say(isMine ? says.saysMineOf : says.saysTheirsOf, value || says.saysEmpty);
  button.addEventListener("click", () => {
    saving.choose(field, isMine);
    field.control.focus();
  });
  return button;
}

function showField(field) {
  const { control, box } = field;
  const error = line(field, "error", field.refused);
  const conflict = line(field, "conflict", field.conflict?.sentence);
  if (conflict) {
    const buttons = document.createElement("p");
    buttons.className = "actions";
    buttons.append(choice(field, true), choice(field, false));
    conflict.append(buttons);
    conflict.setAttribute("role", "group");
    conflict.setAttribute("aria-label", say(says.saysChoice, control.dataset.field));
  }
  // A mark and its remark share a box.
  const beside = [...fields.values()].filter(one => one.box === box);
  box.classList.toggle("wrong", beside.some(one => one.refused));
  box.classList.toggle("differs", beside.some(one => one.conflict));
  if (error) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  const own = [`${control.id}-error`, `${control.id}-conflict`, `${control.id}-missing`];
  const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(id => id && !own.includes(id));
  if (valueOf(field) !== null) document.getElementById(own[2])?.remove();
  const all = [...described, ...own.filter(id => document.getElementById(id))];
  if (all.length > 0) control.setAttribute("aria-describedby", all.join(" "));
  else control.removeAttribute("aria-describedby");
  const remark = control.closest("details");
  if (remark && (control.value || error || conflict)) remark.open = true;
}

// The state is always seen; it is read out when it changes its kind, not at each mark.
let kind = "";
function showState({ trouble, sentence, isSending, waiting, canKeep }) {
  // A locked sheet has nothing to save.
  if (marks.length === 0) return;
  const held = [...fields.values()].filter(field => field.refused || field.conflict).length;
  const [next, words] = trouble ? ["wrong", say(says.saysWaits, waiting)]
    : isSending ? ["sending", says.saysSending]
    : held > 0 ? ["wrong", say(says.saysHeld, held)]
    : waiting > 0 ? ["sending", says.saysSending]
    : ["saved", part("saving").dataset.saved];
  const state = part("saving");
  state.className = `saving ${next}`;
  state.querySelector("span").textContent = words;
  showTrouble(trouble, sentence, waiting, canKeep);
  if (next !== "sending" && next !== kind) {
    if (kind !== "" || next === "wrong") part("told").textContent = `${words}. ${document.getElementById("trouble").querySelector("[data-words]").textContent}`;
    kind = next;
  }
}

function showTrouble(trouble, sentence, waiting, canKeep) {
  const banner = document.getElementById("trouble");
  const words = {
    away: canKeep ? says.saysAway : says.saysAwayUnkept, signedOut: says.saysSignedOut, other: says.saysOther, gone: says.saysGone, closed: `${sentence} ${says.saysClosed}`,
  }[trouble];
  banner.hidden = !words;
  banner.querySelector("[data-words]").textContent = words ? say(words, waiting) : "";
  banner.querySelector("[data-sign-in]").hidden = trouble !== "signedOut" && trouble !== "other";
  banner.querySelector("[data-again]").hidden = trouble !== "away";
  banner.querySelector("[data-discard]").hidden = trouble !== "closed" && trouble !== "gone";
}

// What other windows have stored meanwhile stands here too, unless somebody is typing there.
function showSaved(answer) {
  for (const [name, stored] of Object.entries(answer.marks)) {
    const field = fields.get(name);
    if (!field || field.entry) continue;
    field.seen = stored;
    if (!field.same(field.control.value, stored) && document.activeElement !== field.control) field.control.value = stored;
  }
  part("saving").dataset.saved = answer.saved;
  document.querySelector("#state [data-draft]").textContent = answer.draft;
  document.querySelector("#state [data-last]").textContent = answer.last;
  count();
}

const saving = savingOf(form, fields, { field: showField, state: showState, saved: showSaved });

function move(field, direction) {
  const value = read(field.control.value);
  const next = Math.round(((Number.isNaN(value) ? 0 : value ?? 0) + direction * step) * 100) / 100;
  field.control.value = written.format(Math.min(Number(field.control.dataset.max), Math.max(0, next)));
  saving.take(field);
  count();
}

function focus(control) {
  control.focus();
  control.select?.();
}

// Sends what is left, then goes; stays where something could not be saved.
async function go(address) {
  await saving.send();
  if (saving.isClean()) location.assign(address);
}

async function submit() {
  if (marks.length === 0) return;
  const missing = count();
  await saving.send();
  const held = [...fields.values()].find(field => field.refused || field.conflict);
  if (held) focus(held.control);
  else if (saving.isClean()) location.assign(missing === 0 ? says.submit : `${says.address}?missing=true`);
}

form.addEventListener("input", event => {
  const field = fieldOf(event.target);
  if (!field) return;
  saving.take(field);
  count();
});
form.addEventListener("change", event => {
  const field = fieldOf(event.target);
  if (field) saving.take(field, true);
});
form.addEventListener("focusin", event => event.target.matches("[data-mark]") && event.target.select());
form.addEventListener("submit", event => {
  event.preventDefault();
  if (event.submitter?.name === "Then") submit();
  else saving.send();
});

form.addEventListener("keydown", event => {
  const control = event.target;
  const field = fieldOf(control);
  if (event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    submit();
  } else if (field?.isMark) {
    keysOfMark(event, field);
  } else if (event.key === "Escape" && control.dataset.of) {
    event.preventDefault();
    focus(document.getElementById(control.dataset.of));
  }
});

function keysOfMark(event, field) {
  const place = marks.indexOf(field);
  const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (direction && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    move(field, direction);
  } else if (event.key === "Enter" && event.altKey) {
    const remark = field.box.querySelector("textarea");
    event.preventDefault();
    remark.closest("details").open = true;
    focus(remark);
  } else if (event.key === "Enter") {
    event.preventDefault();
    const next = marks[place + (event.shiftKey ? -1 : 1)];
    // After the last one comes what was left out, then the submission.
    focus((next ?? (event.shiftKey ? field : marks.find(one => valueOf(one) === null) ?? { control: part("submit") })).control);
  }
}

// From sheet to sheet; the keys belong to no browser and no screen reader.
addEventListener("keydown", event => {
  const link = event.altKey && !event.ctrlKey && !event.metaKey && { PageDown: part("next-open"), PageUp: part("previous-open") }[event.key];
  if (!link) return;
  event.preventDefault();
  go(link.href);
});

// A thumb on − or +: once, or on and on while it is held.
for (const button of form.querySelectorAll("[data-step-by]")) {
  button.hidden = false;
  const field = fields.get(button.dataset.of);
  let timer = 0;
  let isHeld = false;
  const stop = () => clearTimeout(timer);
  const again = pause => { timer = setTimeout(() => { isHeld = true; move(field, Number(button.dataset.stepBy)); again(Math.max(60, pause * 0.8)); }, pause); };
  button.addEventListener("pointerdown", () => { isHeld = false; again(450); });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) button.addEventListener(end, stop);
  button.addEventListener("contextmenu", event => event.preventDefault());
  button.addEventListener("click", () => { if (!isHeld) move(field, Number(button.dataset.stepBy)); isHeld = false; });
}

const banner = document.getElementById("trouble");
banner.querySelector("[data-again]").addEventListener("click", () => saving.send());
banner.querySelector("[data-sign-in]").addEventListener("click", saving.leave);
banner.querySelector("[data-discard]").addEventListener("click", () => {
  saving.discard();
  location.assign(says.address);
});

if (marks.length > 0) {
  // The remark of a criterion has a key; Tab goes from mark to mark.
  form.querySelectorAll("details.remark > summary").forEach(one => { one.tabIndex = -1; });
  for (const name of ["keys", "saving"]) part(name).hidden = false;
  part("save").hidden = true;
  for (const field of fields.values()) {
    // A page that was refused without this script asks with its own choice.
    const asked = form.querySelector(`[data-choice="${field.name}"]`);
    if (asked) field.conflict = { sentence: asked.dataset.sentence };
    asked?.remove();
    if (!field.entry && !field.same(field.control.value, field.seen)) saving.take(field);
  }
  count();
  saving.report();
  saving.send();
}
if (saving.homeless.length > 0) {
  // The sheet is locked, or a criterion is somebody else's now.
  banner.hidden = false;
  banner.querySelector("[data-words]").textContent = say(says.saysHomeless, saving.homeless.length);
  banner.querySelector("[data-discard]").hidden = false;
  for (const { name, value } of saving.homeless) {
    const item = document.createElement("li");
    item.textContent = `${form.querySelector(`[data-name="${name}"]`)?.textContent.trim() ?? says.saysElse}: ${value || says.saysEmpty}`;
    banner.querySelector("ul").append(item);
  }
}
form.dataset.ready = "";
