// The page for free questions: an editor, Ctrl+Enter, the place of a mistake, and what was asked before.
import { suggestFrom } from "/static/combobox.js";
import { edit } from "/static/editor.js";

const KEPT = "kkr-graph.sparql";
const MOST_KEPT = 50;
const LONGEST_ADDRESS = 6000; // characters; a longer question is sent in the body

const form = document.querySelector("form.sparql");
const area = form.elements.namedItem("query");

async function begin() {
  const response = await fetch("/sparql/ord", { headers: { accept: "application/json" } });
  const { words, prefixes } = response.ok ? await response.json() : { words: [], prefixes: {} };
  const ask = suggestFrom("");
  const things = async (typed) => {
    const found = await ask(typed, new AbortController().signal);
    return found.groups.flatMap((group) => group.hits.map((hit) => ({ ...hit, note: group.heading })));
  };
  edit(area, { words, prefixes, things });
}

/** Puts the caret where the mistake is. */
function showMistake() {
  const line = Number(area.dataset.line);
  if (!line) return;
  const lines = area.value.split("\n").slice(0, line - 1);
  const at = lines.reduce((sum, each) => sum + each.length + 1, 0) + Number(area.dataset.column) - 1;
  area.focus({ preventScroll: true });
  area.setSelectionRange(at, at);
}

// --- what was asked before: in this browser alone ---------------------------------------------

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT));
    return Array.isArray(found) ? found.filter((each) => typeof each?.sparql === "string") : [];
  } catch {
    return []; // damaged, or the browser keeps nothing
  }
}

function keep(entries) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(entries.slice(0, MOST_KEPT)));
  } catch {
    // full, or the browser keeps nothing: the page works without
  }
}

function remember() {
  const sparql = area.value.trim();
  if (form.dataset.asked === undefined || !sparql) return;
  keep([{ sparql, when: new Date().toISOString() }, ...kept().filter((each) => each.sparql !== sparql)]);
}

/** What a question is about, in one line. */
function titleOf(sparql) {
  const lines = sparql.split("\n").map((line) => line.trim()).filter((line) => line && !/^prefix\b/i.test(line));
  const text = (lines[0]?.startsWith("# ") ? lines[0].slice(2) : lines.join(" ")) || sparql;
  return text.length > 110 ? `${text.slice(0, 110)} …` : text;
}

function showKept() {
  const place = document.getElementById("tidligere");
  const entries = kept();
  place.hidden = !entries.length;
  place.querySelector("ul").replaceChildren(
    ...entries.map(({ sparql, when }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `/sparql?${new URLSearchParams({ query: sparql })}`;
      link.textContent = titleOf(sparql);
      const day = document.createElement("span");
      day.className = "quiet small";
      const date = new Date(when);
      day.textContent = Number.isNaN(date.valueOf()) ? "" : date.toLocaleString("da-DK", { dateStyle: "short", timeStyle: "short" });
      item.append(link, " ", day);
      return item;
    }),
  );
}

document.getElementById("glem").addEventListener("click", () => {
  keep([]);
  showKept();
  area.focus();
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});
form.addEventListener("submit", () => {
  form.method = encodeURIComponent(area.value).length > LONGEST_ADDRESS ? "post" : "get";
});

remember();
showKept();
document.getElementById("taster").hidden = false;
await begin();
showMistake();
