// Files are sent one by one, each with its progress: what is good is stored whatever happens to the others, and what broke off can be sent again.

const form = document.querySelector("form[data-upload]");
const says = form.dataset;
const input = form.querySelector("input[type=file]");
const list = form.querySelector("[data-files]");
const status = form.querySelector("[data-status]");
const drop = form.querySelector("[data-drop]");
const button = form.querySelector("button[type=submit]");
const endings = says.endings.split(",");
const written = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
let sending = false;
let failed = 0;

// What the server would refuse is told before it is sent; the server looks again, at the content.
function refusal(file) {
  if (file.size === 0) return says.saysEmpty;
  if (file.size > Number(says.most)) return says.saysLarge;
  return endings.some(ending => file.name.toLowerCase().endsWith(ending)) ? null : says.saysKind;
}

function size(bytes) {
  return bytes < 1 << 20 ? `${written.format(Math.ceil(bytes / 1024))} kB` : `${written.format(bytes / (1 << 20))} MB`;
}

function show(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  const state = document.createElement("span");
  name.textContent = `${file.name} (${size(file.size)})`;
  name.className = "name";
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  state.className = "state";
  item.append(name, bar, state);
  list.append(item);
  const row = { file, item, bar, state, refused: refusal(file) };
  say(row, row.refused ?? says.saysWaiting, row.refused ? "wrong" : "");
  return row;
}

function say(row, words, kind) {
  row.state.textContent = words;
  row.item.className = kind;
  row.bar.hidden = kind === "wrong";
}

function send(row) {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) if (!(value instanceof File)) body.append(name, value);
  body.append(input.name, row.file);
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", event => { row.bar.value = event.lengthComputable ? 100 * event.loaded / event.total : 0; });
    request.addEventListener("load", () => {
      if (request.status === 401) return done({ words: says.saysEnded, wrong: true, again: true });
      try {
        const answer = JSON.parse(request.responseText);
        done(answer.stored ? { words: says.saysStored } : { words: answer.sentence, wrong: true });
      } catch {
        done({ words: request.status === 413 ? says.saysMuch : says.saysFailed, wrong: true });
      }
    });
    request.addEventListener("error", () => done({ words: says.saysLost, wrong: true, again: true }));
    request.addEventListener("abort", () => done({ words: says.saysLost, wrong: true, again: true }));
    request.send(body);
  });
}

async function take(row) {
  row.item.querySelector("button")?.remove();
  say(row, says.saysSending, "");
  const { words, wrong, again } = await send(row);
  say(row, words, wrong ? "wrong" : "done");
  status.textContent = `${row.file.name}: ${words}`;
  if (wrong) failed += 1;
  if (again) {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.className = "button";
    retry.textContent = says.saysAgain;
    retry.addEventListener("click", () => {
      failed -= 1;
      work([row]);
    });
    row.item.append(retry);
  }
}

async function work(rows) {
  sending = button.disabled = true;
  for (const row of rows) await take(row);
  sending = button.disabled = false;
  if (failed === 0) location.assign(says.list);
  form.querySelector("[data-after]").hidden = false;
}

// The files that were chosen are shown at once, with what is wrong with them.
let rows = [];
function choose() {
  list.replaceChildren();
  failed = 0;
  rows = [...input.files].map(show);
  list.hidden = rows.length === 0;
}

input.addEventListener("change", choose);
for (const name of ["dragover", "dragleave", "drop"]) {
  drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop" && !sending && event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      choose();
    }
  });
}

form.addEventListener("submit", event => {
  const place = form.elements["Input.Place"];
  const reason = form.elements["Input.Reason"];
  // Without place, reason or files the server says what is missing.
  if (rows.length === 0 || place.value === "" || (reason && reason.value.trim() === "")) return;
  event.preventDefault();
  failed = rows.filter(row => row.refused).length;
  work(rows.filter(row => !row.refused && row.item.className !== "done"));
});

addEventListener("beforeunload", event => { if (sending) event.preventDefault(); });
