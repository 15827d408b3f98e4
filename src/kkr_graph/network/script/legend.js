// The legend is the filter: kinds of names and of ties, each with how many are there.

class Legend {
  constructor(facts, page) {
    this.facts = facts;
    this.boxes = [...document.querySelectorAll(".legend input")];
    for (const box of this.boxes) {
      box.addEventListener("change", () => {
        const kinds = page.state.kinds;
        page.change({ kinds: (box.checked ? withoutMember : withMember)(kinds, this.nameOf(box)) });
      });
    }
  }

  nameOf(box) {
    if (box.dataset.nodeKind) return `node:${box.dataset.nodeKind}`;
    return box.dataset.edgeKind ? `edge:${box.dataset.edgeKind}` : "guess";
  }

  show(state, shown) {
    const numbers = new Map();
    const count = (name) => numbers.set(name, (numbers.get(name) || 0) + 1);
    for (const id of shown.present) count(`node:${this.facts.nodeOf.get(id).kind}`);
    for (const edge of shown.there) {
      count(`edge:${edge.kind}`);
      if (!edge.certain) count("guess");
    }
    for (const box of this.boxes) {
      const name = this.nameOf(box);
      box.checked = !state.kinds.has(name);
      box.closest("label").hidden = !numbers.get(name);
      box.closest("label").querySelector(".number").textContent = String(numbers.get(name) || 0);
    }
  }
}
