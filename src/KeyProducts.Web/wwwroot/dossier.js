// What helps to fill in a dossier.

// A large amount is said again in billions or millions while it is typed: a slip of the unit is seen at once.
const language = document.documentElement.lang || "vi";
const read = text => {
  const plain = text.replace(/[\s\u00a0]/g, "");
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(plain) || /^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(plain) || /^\d{1,3}(,\d{3})+\.\d{1,2}$/.test(plain);
  if (!grouped && !/^\d+([.,]\d{1,2})?$/.test(plain)) return null;
  const [whole] = grouped && /[.,]\d{3}$/.test(plain) ? [plain] : plain.split(/[.,](?=\d{1,2}$)/);
  return Number(whole.replace(/[.,]/g, ""));
};
const tell = cell => {
  const input = cell.querySelector("input");
  const said = document.createElement("p");
  said.className = "reading";
  said.setAttribute("aria-live", "polite");
  input.closest(".field").append(said);
  const say = () => {
    const value = read(input.value);
    said.textContent = value === null ? "" : `= ${(value / Number(cell.dataset.factor)).toLocaleString(language, { maximumFractionDigits: 3 })} ${cell.dataset.reading}`;
  };
  input.addEventListener("input", say);
  say();
};
document.querySelectorAll("[data-reading]").forEach(tell);

// A list grows by a row as soon as its last one is used.
document.querySelectorAll("[data-rows] tbody").forEach(list => list.addEventListener("input", event => {
  const last = list.lastElementChild;
  if (!last.contains(event.target)) return;
  const place = list.children.length;
  const next = last.cloneNode(true);
  next.querySelectorAll("input").forEach(input => { input.value = ""; input.removeAttribute("aria-invalid"); input.removeAttribute("aria-describedby"); });
  next.querySelectorAll(".error, .stored, .reading").forEach(line => line.remove());
  next.querySelectorAll("*").forEach(element => ["name", "id", "for"].forEach(name => {
    if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replace(/([\[-])\d+([\]-])(?!.*[\[-]\d)/, `$1${place}$2`));
  }));
  next.querySelectorAll("label").forEach(label => { label.textContent = label.textContent.replace(/\d+$/, place + 1); });
  list.append(next);
  next.querySelectorAll("[data-reading]").forEach(tell);
}));
