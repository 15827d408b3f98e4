// Sorting and filtering of tables, suggestions, and "/" for the search box. Every page works without this.
import { enhance } from "/static/combobox.js";
import { offerCopies } from "/static/copying.js";

const ROWS_WORTH_FILTERING = 12;
const ROWS_ON_A_PHONE = 10; // where each is a card of its own; the style sheet hides the others there
const order = new Intl.Collator("da", { numeric: true, sensitivity: "base" });

/** What a cell is sorted by: days as numbers, everything else as Danes sort it. */
function keyOf(cell) {
  const text = cell.textContent.trim();
  const day = text.match(/(\d{2})\.(\d{2})\.(\d{4})/);
  return day && text.replace(day[0], "").length < 25 ? day[3] + day[2] + day[1] : text;
}

function sort(table, column, heading) {
  const descending = heading.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row, at) => ({ row, at, key: keyOf(row.cells[column]) }));
  rows.sort((a, b) => (descending ? -1 : 1) * order.compare(a.key, b.key) || a.at - b.at);
  body.append(...rows.map((each) => each.row));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = heading.textContent;
    button.addEventListener("click", () => sort(table, column, heading));
    heading.replaceChildren(button);
  });
}

function makeFilterable(table, number) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  const told = document.createElement("span");
  const line = document.createElement("div");
  input.type = "search";
  input.id = `filter-${number}`;
  input.autocomplete = "off";
  label.htmlFor = input.id;
  label.textContent = "Vis kun rækker med";
  told.className = "small";
  told.setAttribute("role", "status");
  line.className = "filter";
  line.append(label, input, told);
  table.closest(".scroll").before(line);
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: row.textContent.toLocaleLowerCase("da") }));
  input.addEventListener("input", () => {
    const words = input.value.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    told.textContent = words.length ? `Viser ${shown} af ${rows.length} rækker` : "";
  });
}

/** On a narrow screen a long table is short until all of it is asked for, or some of it is looked for. */
function makeShort(table) {
  const { rows } = table.tBodies[0];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "whole";
  button.textContent = `Vis alle ${rows.length} rækker`;
  const open = () => {
    table.classList.remove("short");
    button.remove();
  };
  button.addEventListener("click", () => {
    const next = rows[ROWS_ON_A_PHONE];
    open();
    next.tabIndex = -1;
    next.focus();
  });
  const filter = table.closest(".scroll").previousElementSibling;
  if (filter && filter.matches(".filter")) filter.addEventListener("input", open, { once: true });
  table.classList.add("short");
  table.closest(".scroll").after(button);
}

document.querySelectorAll("table.grid").forEach((table, number) => {
  const rows = table.tBodies[0].rows.length;
  if (rows > 1) makeSortable(table);
  if (rows >= ROWS_WORTH_FILTERING) {
    makeFilterable(table, number);
    makeShort(table);
  }
});

enhance();
offerCopies();

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.getElementById("find");
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }
});
