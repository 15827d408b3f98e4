// A text area for SPARQL with colours, line numbers and completion. The text area itself stays what
// is edited: its keys, its undo and what a screen reader hears are the browser's own.

const PAINTED_AT_MOST = 20000; // characters; a longer text is edited without colours
const SHOWN = 12;
const SHORTEST = 2;

const KEYWORDS = new Map([
  ["SELECT", "vis kolonner"], ["DISTINCT", "hver række én gang"], ["WHERE", "hvor det gælder, at"],
  ["OPTIONAL", "også hvor det mangler"], ["FILTER", "kun rækker, hvor"], ["UNION", "enten eller"],
  ["MINUS", "undtagen, hvor"], ["VALUES", "en af disse værdier"], ["BIND", "kald et udtryk"],
  ["GROUP BY", "én række for hver"], ["HAVING", "kun grupper, hvor"], ["ORDER BY", "sortér efter"],
  ["DESC", "faldende"], ["ASC", "stigende"], ["LIMIT", "højst så mange rækker"],
  ["OFFSET", "spring over"], ["ASK", "ja eller nej"], ["CONSTRUCT", "byg udsagn"],
  ["DESCRIBE", "alt om"], ["PREFIX", "forkort en adresse"], ["COUNT", "antal"], ["SUM", "sum"],
  ["MIN", "mindste"], ["MAX", "største"], ["AVG", "gennemsnit"], ["SAMPLE", "en af dem"],
  ["GROUP_CONCAT", "saml tekster"], ["EXISTS", "findes"], ["NOT EXISTS", "findes ikke"],
  ["CONTAINS", "teksten indeholder"], ["STRSTARTS", "teksten begynder med"], ["LCASE", "små bogstaver"],
  ["REGEX", "teksten passer med"], ["BOUND", "har en værdi"], ["COALESCE", "den første, der er"],
  ["IF", "hvis, så, ellers"], ["STR", "som tekst"], ["LANG", "sprog"], ["YEAR", "år"], ["GRAPH", "i grafen"],
  ["AS", "som"], ["IN", "er en af"], ["NOT", "ikke"], ["UNDEF", "hvad som helst"], ["FROM", "fra grafen"],
  ["NAMED", "navngivet"], ["TRUE", "sandt"], ["FALSE", "falsk"], ["BY", "efter"], ["GROUP", "saml"],
  ["ORDER", "sortér"], ["CONCAT", "sæt sammen"], ["REDUCED", "måske hver én gang"], ["SEPARATOR", "mellem dem"],
]);
const WORDS = new Set([...KEYWORDS.keys()].flatMap((phrase) => phrase.split(" ")));

const TOKENS = new RegExp(
  [
    "(?<comment>#[^\\n]*)",
    "(?<iri><[^<>\"{}|^`\\\\\\s]*>)",
    "(?<string>\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')",
    "(?<variable>[?$][\\p{L}\\p{N}_]+)",
    "(?<tag>@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)",
    "(?<name>[\\p{L}][\\p{L}\\p{N}_.-]*:[\\p{L}\\p{N}_.%:-]*|:[\\p{L}\\p{N}_.%:-]+)",
    "(?<number>\\d+(?:\\.\\d+)?)",
    "(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)",
  ].join("|"),
  "gu",
);

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The text in coloured pieces. */
function painted(text) {
  const pieces = document.createDocumentFragment();
  let done = 0;
  for (const match of text.length > PAINTED_AT_MOST ? [] : text.matchAll(TOKENS)) {
    let [kind] = Object.entries(match.groups).find(([, found]) => found !== undefined);
    if (kind === "word") kind = WORDS.has(match[0].toUpperCase()) || match[0] === "a" ? "keyword" : "";
    pieces.append(text.slice(done, match.index));
    pieces.append(kind ? make("span", `t-${kind}`, match[0]) : match[0]);
    done = match.index + match[0].length;
  }
  pieces.append(text.slice(done), "\n");
  return pieces;
}

/** As those write them who have no Danish letters. */
function spelt(text) {
  return text.toLowerCase().replace(/å/g, "aa").replace(/æ/g, "ae").replace(/ø/g, "oe");
}

function fit(option, wanted) {
  const [name, label] = [spelt(option.name), spelt(option.label)];
  const local = name.slice(name.indexOf(":") + 1);
  if (name.startsWith(wanted)) return 0;
  if (local.startsWith(wanted)) return 1;
  if (label.startsWith(wanted)) return 2;
  if (label.split(/[\s-]+/).some((word) => word.startsWith(wanted))) return 3;
  return wanted.length > 2 && (local.includes(wanted) || label.includes(wanted)) ? 4 : -1;
}

/**
 * Makes a text area an editor.
 *
 * @param {HTMLTextAreaElement} area
 * @param {object} options
 * @param {Array<{name, kind, label, meaning}>} options.words classes, properties and concepts
 * @param {Record<string, string>} options.prefixes
 * @param {(typed: string) => Promise<Array<{label, note, iri}>>} options.things for names behind <
 */
export function edit(area, { words, prefixes, things }) {
  const frame = make("div", "editor");
  const numbers = make("pre", "line-numbers");
  const paint = make("pre", "paint");
  const code = make("code", "");
  const list = make("div", "suggestions completions");
  const told = make("div", "unseen");
  const meaning = make("p", "small meaning");
  const byName = new Map(words.map((word) => [word.name, word]));
  const keywords = [...KEYWORDS].map(([name, label]) => ({ name, label, kind: "SPARQL", meaning: "" }));

  area.wrap = "off";
  area.replaceWith(frame);
  numbers.ariaHidden = paint.ariaHidden = "true";
  paint.append(code);
  frame.append(numbers, paint, area, list, told);
  frame.after(meaning);
  list.id = "completions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Forslag");
  told.setAttribute("role", "status");
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-haspopup", "listbox");

  let options = [];
  let active = -1;
  let start = 0; // of the text up to the caret that a choice takes the place of
  let asked = 0;

  function repaint() {
    const lines = area.value.split("\n").length;
    code.replaceChildren(painted(area.value));
    numbers.textContent = Array.from({ length: lines }, (_, at) => at + 1).join("\n");
    area.rows = Math.max(12, Math.min(30, lines + 1));
    mark();
    follow();
  }

  function follow() {
    code.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    numbers.scrollTop = area.scrollTop;
  }

  function mark() {
    frame.querySelector(".wrong-line")?.remove();
    const line = Number(area.dataset.line);
    if (!line) return;
    const stripe = make("div", "wrong-line");
    stripe.style.top = `${line - 1}lh`;
    code.append(stripe);
  }

  // --- completion ---------------------------------------------------------------------------

  function before() {
    return area.value.slice(0, area.selectionStart);
  }

  async function complete(forced) {
    const number = ++asked;
    const text = before();
    const thing = text.match(/<(\p{L}[^<>"{}|^`\\\n]*)$/u);
    if (thing && thing[1].length > 2 && !thing[1].startsWith("http")) {
      const found = await things(thing[1]).catch(() => []);
      if (number === asked) open(found.map((hit) => ({ name: `<${hit.iri}>`, label: hit.label, kind: hit.note, meaning: "" })), thing[0].length);
      return;
    }
    const typed = text.match(/[?$]?[\p{L}\p{N}_:-]*$/u)[0];
    const inString = /^[^"'#\n]*(?:"[^"\n]*"[^"'#\n]*)*["#][^"\n]*$/u.test(text.slice(text.lastIndexOf("\n") + 1));
    if (!forced && (typed.length < SHORTEST || inString)) {
      close();
      return;
    }
    open(typed.startsWith("?") || typed.startsWith("$") ? variables(typed) : known(typed), typed.length);
  }

  function variables(typed) {
    const names = new Set(area.value.match(/[?$][\p{L}\p{N}_]+/gu));
    names.delete(typed);
    return [...names].filter((name) => name.startsWith(typed)).sort()
      .map((name) => ({ name, label: "", kind: "variabel", meaning: "" }));
  }

  function known(typed) {
    const wanted = spelt(typed);
    const isClass = /(?:^|\s)a\s+$/.test(before().slice(0, -typed.length || undefined));
    const uses = typed === typed.toUpperCase() && typed ? [...keywords, ...words] : [...words, ...keywords];
    const ranked = uses.map((option) => ({ option, rank: typed ? fit(option, wanted) : 0 }))
      .filter(({ option, rank }) => rank >= 0 && option.name !== typed);
    const order = ({ option, rank }) => rank + (isClass && option.kind !== "klasse" ? 10 : 0);
    ranked.sort((a, b) => order(a) - order(b));
    return byName.has(typed) ? [] : ranked.map(({ option }) => option);
  }

  function open(found, length) {
    options = found.slice(0, SHOWN);
    start = area.selectionStart - length;
    if (!options.length) {
      close();
      return;
    }
    list.replaceChildren(...options.map(row));
    list.hidden = false;
    place();
    activate(0);
    told.textContent = found.length === 1 ? "1 forslag" : `${found.length} forslag`;
  }

  function row(option, number) {
    const element = make("div", "option");
    element.id = `completion-${number}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    const name = option.name.startsWith("<") ? option.label : option.name;
    element.append(make("bdi", "name", name), " ", make("bdi", "quiet", name === option.label ? option.kind : [option.label, option.kind].filter(Boolean).join(" · ")));
    element.addEventListener("pointerdown", (event) => event.preventDefault());
    element.addEventListener("click", () => take(number));
    return element;
  }

  function place() {
    const style = getComputedStyle(area);
    const lines = before().split("\n");
    const at = lines.pop().length - (area.selectionStart - start);
    const width = characterWidth(style);
    const left = area.offsetLeft + parseFloat(style.paddingLeft) + at * width - area.scrollLeft;
    const top = area.offsetTop + parseFloat(style.paddingTop) + (lines.length + 1) * parseFloat(style.lineHeight) - area.scrollTop;
    list.style.left = `${Math.max(0, Math.min(left, frame.clientWidth - list.offsetWidth))}px`;
    list.style.top = `${Math.min(top, frame.clientHeight) + 2}px`;
  }

  function characterWidth(style) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = style.font;
    return context.measureText("0".repeat(50)).width / 50;
  }

  function activate(number) {
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    active = number;
    const element = list.children[number];
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", element.id);
    explain(options[number]);
  }

  function close() {
    asked += 1;
    options = [];
    list.hidden = true;
    list.replaceChildren();
    area.removeAttribute("aria-activedescendant");
    told.textContent = "";
  }

  function take(number) {
    const { name } = options[number];
    close();
    replace(start, area.selectionStart, name); // more may have been typed since these were offered
    declare(name);
    repaint();
    explain(byName.get(name));
  }

  /** Puts text in the place of other text, so that it can be undone. */
  function replace(start, end, text) {
    area.focus();
    area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, start, end, "end");
  }

  /** The prefix of a name that was put in, so that other programs understand the question too. */
  function declare(name) {
    const prefix = name.includes(":") && !name.startsWith("<") ? name.slice(0, name.indexOf(":")) : "";
    if (!prefixes[prefix] || new RegExp(`^\\s*PREFIX\\s+${prefix}:`, "im").test(area.value)) return;
    const line = `PREFIX ${prefix}: <${prefixes[prefix]}>\n`;
    const caret = area.selectionStart + line.length;
    replace(0, 0, line);
    area.setSelectionRange(caret, caret);
  }

  function explain(word) {
    meaning.textContent = word ? [`${word.name} · ${word.kind} · ${word.label}`, word.meaning].filter(Boolean).join(": ") : "";
  }

  function explainHere() {
    if (!list.hidden) return;
    const start = before().match(/[\p{L}\p{N}_:-]*$/u)[0];
    const end = area.value.slice(area.selectionStart).match(/^[\p{L}\p{N}_:-]*/u)[0];
    explain(byName.get(start + end));
  }

  area.addEventListener("input", (event) => {
    delete area.dataset.line;
    repaint();
    if (event.inputType?.startsWith("insert") && event.inputType !== "insertFromPaste") complete(false);
    else close();
  });
  area.addEventListener("scroll", () => {
    follow();
    if (!list.hidden) place();
  });
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      complete(true);
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      activate((active + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if (!list.hidden && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(active);
    } else if (!list.hidden && event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      close();
    }
  });
  area.addEventListener("keyup", explainHere);
  area.addEventListener("click", () => {
    close();
    explainHere();
  });
  area.addEventListener("blur", close);
  repaint();
}
