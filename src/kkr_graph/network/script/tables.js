// The same facts as tables, for the keyboard, for paper, and for whoever does not see the drawing.

class Tables {
  constructor(facts, page) {
    this.facts = facts;
    this.page = page;
    for (const table of document.querySelectorAll("template[data-table]")) table.replaceWith(table.content);
    this.edges = new Rows("edges", (edge) => this.edgeRow(edge));
    this.nodes = new Rows("nodes", (node) => this.nodeRow(node));
    for (const rows of [this.edges, this.nodes]) rows.body.addEventListener("click", (event) => this.pressed(event));
    this.marked = [];
  }

  pressed(event) {
    const row = event.target.closest("tr");
    const step = event.target.closest("[data-relation]");
    if (step) {
      event.preventDefault();
      this.page.select({ node: row.dataset.node });
      this.page.expand(row.dataset.node, step.dataset.relation);
    } else if (event.target.closest(".pick")) {
      this.page.select({ node: row.dataset.node, edge: row.dataset.edge }, event.detail === 0 ? event.target : null);
    }
  }

  show(selected, shown) {
    this.edges.show(this.facts.edges.filter((edge) => shown.edges.has(edge.id)), selected.edge);
    this.nodes.show(this.facts.nodes.filter((node) => shown.nodes.has(node.id)), selected.node);
    this.mark(selected);
  }

  mark({ node, edge }) {
    for (const row of this.marked) this.press(row, false);
    const [rows, id] = edge ? [this.edges, edge] : [this.nodes, node];
    this.marked = [rows.made.get(id)].filter(Boolean);
    for (const row of this.marked) this.press(row, true);
  }

  press(row, chosen) {
    if (chosen) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
    row.querySelector(".pick").setAttribute("aria-pressed", String(chosen));
  }

  // ---- making rows ---------------------------------------------------------------------------

  edgeRow(edge) {
    const row = byId("edge-row").content.querySelector("tr").cloneNode(true);
    row.dataset.edge = edge.id;
    edge.cells.forEach(([text], at) => {
      const cell = row.cells[at];
      cell.classList.toggle("none", !text);
      cell.querySelector("bdi").textContent = text;
    });
    if (!edge.certain) row.cells[1].append(" ", element("span", "formodning", "badge"));
    if (edge.proofs.length) {
      const { href } = edge.proofs[0];
      if (href) {
        const link = element("a");
        const place = row.lastElementChild.querySelector("bdi");
        link.href = href;
        place.replaceWith(link);
        link.append(place);
      }
      const quote = element("q");
      quote.append(element("bdi", edge.proofs[0].quote));
      row.lastElementChild.append(quote);
    }
    const more = edge.proofs.length - 1;
    if (more > 0) row.lastElementChild.append(element("span", `og ${counted(more, "andet sted", "andre steder")}`, "small"));
    return row;
  }

  nodeRow(node) {
    const row = byId("node-row").content.querySelector("tr").cloneNode(true);
    row.dataset.node = node.id;
    node.cells.forEach(([text], at) => { row.cells[at].querySelector("bdi").textContent = text; });
    const more = row.cells[2];
    for (const [relation, total] of more ? Object.entries(this.facts.relations.get(node.id) || {}) : []) {
      const press = button(`${this.facts.relationWord(node.id, relation)} (${total})`, () => {}, "expand");
      press.dataset.relation = relation;
      more.append(press, " ");
    }
    return row;
  }
}
