// The officers' worklist: one box selects the page, Shift selects a range, arrow keys go from row to row, and what is selected is counted.
const list = document.querySelector("form[data-worklist]");
const boxes = [...list.querySelectorAll("input[name=n]")];
const link = list.querySelector("[data-choose-all]");
const said = list.querySelector("[data-chosen]");

if (boxes.length > 0) {
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", link.dataset.chooseAll);
  const label = document.createElement("label");
  label.title = link.dataset.chooseAll;
  label.append(all);
  link.replaceWith(label);

  const nothing = said.textContent;
  const count = () => {
    const chosen = boxes.filter(box => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    said.textContent = chosen === 0 ? nothing : said.dataset.chosen.replace("{0}", chosen);
  };

  let last = 0;
  all.addEventListener("change", () => { boxes.forEach(box => { box.checked = all.checked; }); count(); });
  boxes.forEach((box, place) => {
    box.addEventListener("click", event => {
      if (event.shiftKey) {
        const [from, to] = [Math.min(last, place), Math.max(last, place)];
        boxes.slice(from, to + 1).forEach(one => { one.checked = box.checked; });
      }
      last = place;
      count();
    });
    box.addEventListener("keydown", event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        boxes[place + step]?.focus();
      } else if (event.key === "Enter") {
        // The dossier of the row, as its link opens it.
        event.preventDefault();
        box.closest("tr").querySelector("td a").click();
      }
    });
  });
  said.setAttribute("role", "status");
  addEventListener("pageshow", count);
  count();
}
