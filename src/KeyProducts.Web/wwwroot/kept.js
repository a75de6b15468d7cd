// What a judge has typed and the server has not confirmed yet: kept in this browser, apart for each account and sheet, field by field.
// An entry is { seen, value, sent }: what was stored when it was typed, what was typed, and what was sent without an answer.

const room = "keyproducts.marks";
const nameOf = (account, sheet, field) => [room, account, sheet, field].join("/");

// A browser may forbid it; typing goes on all the same.
function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

export const keep = (account, sheet, field, entry) =>
  attempt(() => { localStorage.setItem(nameOf(account, sheet, field), JSON.stringify(entry)); return true; }, false);

// Another window may have typed something else meanwhile: that stays.
export function drop(account, sheet, field, value) {
  attempt(() => {
    const name = nameOf(account, sheet, field);
    if (value === undefined || JSON.parse(localStorage.getItem(name))?.value === value) localStorage.removeItem(name);
  });
}

// All that is kept for an account: { sheet: "2026/14", field, entry }.
export const keptFor = account => attempt(() => Object.keys(localStorage).flatMap(name => {
  const [place, owner, year, number, field] = name.split("/");
  if (place !== room || owner !== account || !field) return [];
  const entry = attempt(() => JSON.parse(localStorage.getItem(name)), null);
  return typeof entry?.value === "string" ? [{ sheet: `${year}/${number}`, field, entry: { seen: "", sent: [], ...entry } }] : [];
}), []);
