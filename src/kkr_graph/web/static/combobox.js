// A text field with a list of suggestions, after the combobox pattern of WAI-ARIA: the field keeps
// the focus, arrows move through the list, Enter chooses, Escape closes. Other modules use
//   import { combobox, suggestFrom } from "/static/combobox.js";
//   combobox(input, { suggest: suggestFrom("person forum"), choose: (hit) => ... });
// A hit has label, note, written (what stands for it in a field), iri and href. What comes from
// the graph is only ever put into the page as text.

const PAUSE = 120; // milliseconds without a key before anything is asked for
let lists = 0;

/** Asks for suggestions of some kinds; empty for all, "question" for ways to ask. */
export function suggestFrom(kinds) {
  return async (typed, signal) => {
    const query = new URLSearchParams({ q: typed, slags: kinds });
    const response = await fetch(`/forslag?${query}`, { signal, headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
}

/**
 * Makes a text field suggest.
 *
 * @param {HTMLInputElement} input
 * @param {object} options
 * @param {(typed: string, signal: AbortSignal) => Promise<object>} options.suggest
 * @param {(hit: object) => void} [options.choose] by default the field is filled in
 * @param {boolean} [options.opensEmpty] whether arrow down in an empty field shows everything
 */
export function combobox(input, { suggest, choose, opensEmpty = false }) {
  const id = `suggestions-${++lists}`;
  const list = make("div", { id, className: "suggestions", role: "listbox", hidden: true });
  const told = make("div", { className: "unseen", role: "status" });
  list.setAttribute("aria-label", "Forslag");
  input.after(list, told);
  input.parentElement.classList.add("suggesting");
  input.removeAttribute("list");
  input.autocomplete = "off";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-expanded", "false");

  let hits = [];
  let active = -1;
  let waiting = 0;
  let asking = new AbortController();
  let chosen = null; // what was put in by a choice: it needs no suggestions

  function close() {
    clearTimeout(waiting);
    asking.abort();
    list.hidden = true;
    list.replaceChildren();
    hits = [];
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function activate(number) {
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    active = number;
    const option = list.querySelectorAll("[role=option]")[number];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function take(number) {
    const hit = hits[number];
    close();
    told.textContent = "";
    if (choose) {
      choose(hit);
      return;
    }
    input.value = hit.written;
    chosen = hit.written;
    input.setSelectionRange(input.value.length, input.value.length);
    input.dispatchEvent(new Event("change", { bubbles: true }));
    if (hit.label !== hit.written && hit.iri === undefined) ask(); // a question that is not whole
  }

  function show(found) {
    const kept = hits[active]; // chosen with the arrows while the answer was on its way
    hits = found.groups.flatMap((group) => group.hits);
    if (!hits.length) {
      close();
      told.textContent = "Ingen forslag";
      return;
    }
    let number = 0;
    list.replaceChildren(
      ...found.groups.map((group, at) => {
        const heading = make("div", { id: `${id}-${at}`, className: "heading" });
        heading.append(make("span", { textContent: group.heading }));
        if (!found.near) heading.append(" ", make("span", { className: "count", textContent: amount(group.total) }));
        const section = make("div", { role: "group" });
        section.setAttribute("aria-labelledby", heading.id);
        section.append(heading, ...group.hits.map((hit) => option(hit, number++)));
        return section;
      }),
    );
    list.style.top = `${input.offsetTop + input.offsetHeight + 2}px`;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    activate(kept ? hits.findIndex((hit) => hit.iri === kept.iri && hit.written === kept.written) : -1);
    told.textContent = announce(found, hits.length);
  }

  function option(hit, number) {
    const element = make("div", { id: `${id}-o${number}`, className: "option", role: "option" });
    element.setAttribute("aria-selected", "false");
    element.append(make("bdi", { textContent: hit.label }));
    if (hit.note) element.append(" ", make("bdi", { className: "quiet", textContent: hit.note }));
    element.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays
    element.addEventListener("click", () => take(number));
    return element;
  }

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const found = await suggest(input.value.trim(), signal);
      if (!signal.aborted && document.activeElement === input) show(found);
    } catch {
      if (!signal.aborted) close(); // the server has stopped: the form still works
    }
  }

  function typed() {
    clearTimeout(waiting);
    if (input.value.trim() && input.value !== chosen) waiting = setTimeout(ask, PAUSE);
    else close();
  }

  input.addEventListener("input", typed);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (open) activate(((active + step + 1 + hits.length + 1) % (hits.length + 1)) - 1);
      else if (input.value.trim() || opensEmpty) ask();
      else return;
      event.preventDefault();
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
      told.textContent = "";
    } else if (event.key === "Tab") {
      close();
    }
  });
  input.addEventListener("blur", close);
  // A person may be quicker than the page: what was typed before this has been listening counts too.
  if (document.activeElement === input && input.value !== input.defaultValue) typed();
}

function make(tag, properties) {
  const { role, ...others } = properties;
  const element = Object.assign(document.createElement(tag), others);
  if (role) element.setAttribute("role", role);
  return element;
}

function amount(number) {
  return number.toLocaleString("da-DK");
}

function announce(found, shown) {
  if (found.near) return `Intet passer helt. ${shown === 1 ? "1 ligner" : `${amount(shown)} ligner`}`;
  const counted = found.total === 1 ? "1 forslag" : `${amount(found.total)} forslag`;
  return found.total > shown ? `${counted}, ${amount(shown)} er vist` : counted;
}

/** All fields that say what they suggest; those of all kinds lead to the page of what is chosen. */
export function enhance(root = document) {
  for (const input of root.querySelectorAll("input[data-suggest]")) {
    const kinds = input.dataset.suggest;
    const choose = kinds ? undefined : (hit) => hit.href.startsWith("/") && location.assign(hit.href);
    const opensEmpty = Boolean(kinds) && kinds !== "question";
    combobox(input, { suggest: suggestFrom(kinds), choose, opensEmpty });
  }
}
