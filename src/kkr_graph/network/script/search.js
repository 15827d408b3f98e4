// Finding a name on the page, however its Danish letters are written.

const HITS = 8;

function fold(text) {
  return text.normalize("NFC").toLocaleLowerCase("da").replace(/[\s\-‐‑–]+/g, " ").replace(/\./g, "")
    .replace(/aa/g, "å").replace(/å/g, "aa").replace(/æ/g, "ae").replace(/ø/g, "oe").trim();
}

class Search {
  constructor(facts, page) {
    this.facts = facts;
    this.page = page;
    byId("search").addEventListener("input", () => this.show());
    byId("controls").addEventListener("submit", (event) => {
      event.preventDefault();
      const found = this.show();
      if (found.length) page.select({ node: found[0].id });
    });
  }

  hits(query) {
    const wanted = fold(query).split(" ");
    const names = [...this.page.shown.present].map((id) => this.facts.nodeOf.get(id));
    return names.filter((node) => wanted.every((word) => fold(node.label).includes(word)));
  }

  show() {
    const query = byId("search").value.trim();
    const found = query ? this.hits(query) : [];
    const links = found.slice(0, HITS).map((node) => linkTo(node.label, this.facts.kinds[node.kind], () => this.page.select({ node: node.id })));
    byId("hits").replaceChildren(...links);
    byId("found").textContent = query ? this.told(found.length) : "";
    return found;
  }

  told(number) {
    if (number === 0) return "Intet navn passer.";
    if (number === 1) return "1 navn passer. Tryk Enter for at vælge det.";
    return number > HITS ? `${number} navne passer; de første ${HITS} vises.` : `${number} navne passer.`;
  }
}
