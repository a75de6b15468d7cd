// A judge's sheet: the total and the number of missing marks follow what is typed. The server counts the same when it saves.

const sheet = document.querySelector("form[data-sheet]");
const marks = [...sheet.querySelectorAll("[data-mark]")];
const total = sheet.querySelector("[data-total]");
const missing = sheet.querySelector("[data-missing]");
const written = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 4 });

// "7,5" and "7.5" are one number; anything else waits for the server's word. Null for an empty input, NaN for no mark.
function read(input) {
  const text = input.value.replace(/\s/g, "");
  if (text === "") return null;
  const value = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
  return value <= Number(input.dataset.max) ? value : NaN;
}

function count() {
  const values = marks.map(read);
  const points = values.filter(value => value !== null && !Number.isNaN(value));
  const open = values.length - points.length;
  total.value = written.format(points.reduce((sum, value) => sum + value, 0));
  missing.textContent = open === 0 ? missing.dataset.none : missing.dataset.some.replace("{0}", open);
}

if (marks.length > 0) {
  sheet.addEventListener("input", count);
  count();
}
