// "Kopiér til Word": the table as it is shown, sorted and filtered, as a table that Word understands.

/** A table without anything that only a page needs; cells are text. */
function plain(table) {
  const copy = document.createElement("table");
  // attributes, as Word reads them too: the policy of the pages allows no style in markup
  for (const [name, value] of [["border", "1"], ["cellspacing", "0"], ["cellpadding", "4"]]) {
    copy.setAttribute(name, value);
  }
  const head = copy.createTHead().insertRow();
  for (const heading of table.tHead.rows[0].cells) {
    const cell = document.createElement("th");
    cell.setAttribute("align", "left");
    cell.textContent = textOf(heading);
    head.append(cell);
  }
  const body = copy.createTBody();
  for (const row of shown(table)) {
    const line = body.insertRow();
    for (const cell of row.cells) line.insertCell().textContent = textOf(cell);
  }
  return copy;
}

function shown(table) {
  return [...table.tBodies[0].rows].filter((row) => !row.hidden);
}

/** Its text, without the places where a heading may be broken. */
function textOf(cell) {
  return cell.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
}

/** The same for a program that takes no tables: cells with tabs between them. */
function tabbed(table) {
  const rows = [table.tHead.rows[0], ...shown(table)];
  return rows.map((row) => [...row.cells].map(textOf).join("\t")).join("\n");
}

async function copy(table) {
  const parts = { "text/html": plain(table).outerHTML, "text/plain": tabbed(table) };
  const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** Adds the button where a table can be fetched, if this browser lets pages copy. */
export function offerCopies(root = document) {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return;
  for (const line of root.querySelectorAll("[data-copies]")) {
    const table = line.closest("section").querySelector("table.grid");
    const button = document.createElement("button");
    const told = document.createElement("span");
    button.type = "button";
    button.textContent = "Kopiér til Word";
    told.className = "small";
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await copy(table);
        const rows = shown(table).length;
        told.textContent = rows === 1 ? "1 række er kopieret." : `${rows.toLocaleString("da-DK")} rækker er kopieret.`;
      } catch {
        told.textContent = "Browseren tillod det ikke. Markér tabellen, og kopiér den.";
      }
    });
    line.querySelector(".button").after(button);
    line.append(told);
  }
}
