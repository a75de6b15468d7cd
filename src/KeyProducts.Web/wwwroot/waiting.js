// A judge's list says of which sheets something still waits in this browser to be saved.
import { keptFor } from "./kept.js";

const place = document.querySelector("[data-waiting]");
const sheets = new Map();
for (const { sheet } of keptFor(place.dataset.waiting)) sheets.set(sheet, (sheets.get(sheet) ?? 0) + 1);

for (const [sheet, count] of [...sheets].sort(([one], [other]) => one.localeCompare(other, undefined, { numeric: true }))) {
  const [year, number] = sheet.split("/");
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/programmes/${year}/judging/${number}`;
  link.textContent = place.dataset.saysSheet.replace("{0}", number).replace("{1}", year);
  item.append(link, `: ${place.dataset.saysCount.replace("{0}", count)}`);
  place.querySelector("ul").append(item);
}
place.hidden = sheets.size === 0;
