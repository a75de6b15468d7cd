// Small improvements; every page works without them.

// A form with unsaved input asks before the page is left.
const guarded = document.querySelector("form[data-guard]");
if (guarded) {
  const before = () => new URLSearchParams(new FormData(guarded)).toString();
  const first = guarded.hasAttribute("data-unsaved") ? null : before();
  let leaving = false;
  guarded.addEventListener("submit", () => { leaving = true; });
  addEventListener("beforeunload", event => {
    if (!leaving && before() !== first) event.preventDefault();
  });
}

// After a refusal the reader is taken to what is wrong.
document.getElementById("errors")?.focus();

// A list's filter is applied as soon as a choice is made.
document.querySelectorAll("form.filter select").forEach(select =>
  select.addEventListener("change", () => select.form.requestSubmit()));

// "/" leads to the search, unless somebody is typing.
addEventListener("keydown", event => {
  const box = document.getElementById("search-everywhere");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box) return;
  if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Forms of a dossier have a module.
if (document.querySelector("[data-reading], [data-rows]")) import("./dossier.js");

// A judge's sheet has its own module.
if (document.querySelector("form[data-sheet]")) import("./sheet.js");

// A judge's list says what still waits in this browser.
if (document.querySelector("[data-waiting]")) import("./waiting.js");

// The officers' worklist has its own module.
if (document.querySelector("form[data-worklist]")) import("./worklist.js");

// Passkeys have a module.
if (document.querySelector("form[data-passkey]")) import("./passkeys.js");

// Several files are sent one by one, each with its progress.
if (document.querySelector("form[data-upload]")) import("./upload.js");
