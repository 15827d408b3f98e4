// What is known of the selection, and what can be done with it.

class Details {
  constructor(facts, page) {
    this.facts = facts;
    this.page = page;
  }

  show(selected, state, shown) {
    if (selected.edge) this.showEdge(this.facts.edgeOf.get(selected.edge));
    else if (selected.node) this.showNode(this.facts.nodeOf.get(selected.node), state, shown);
  }

  /** Show something new; whoever was at a button here stays at the same one, or at the heading. */
  fill(heading, parts) {
    const body = byId("details-body");
    const at = body.contains(document.activeElement) ? document.activeElement.dataset.keep || "" : null;
    byId("details-heading").textContent = heading;
    body.replaceChildren(...parts.filter(Boolean));
    if (at === null) return;
    const again = at && body.querySelector(`[data-keep="${CSS.escape(at)}"]`);
    (again || byId("details-heading")).focus({ preventScroll: true });
  }

  kept(name, press) {
    press.dataset.keep = name;
    return press;
  }

  listOf(pairs) {
    const list = element("dl");
    for (const [name, value] of pairs) if (value) list.append(element("dt", name), element("dd", value));
    return list;
  }

  // ---- a name --------------------------------------------------------------------------------

  showNode(node, state, shown) {
    const own = this.facts.around(node.id).filter((edge) => shown.edges.has(edge.id));
    const links = element("ul", undefined, "links");
    for (const edge of own) {
      const other = this.facts.nodeOf.get(this.facts.other(edge, node.id));
      const unsure = edge.certain ? "" : " (formodning)";
      links.append(linkTo(other.label, edge.role + unsure, () => this.page.select({ edge: edge.id })));
    }
    this.fill(node.label, [
      element("p", this.facts.kinds[node.kind], "small"),
      node.href ? this.wayTo(node) : null,
      this.actions(node, state, shown),
      this.more(node, shown),
      this.listOf(node.notes),
      element("h3", counted(own.length, "forbindelse vises", "forbindelser vises")),
      links,
    ]);
  }

  wayTo(node) {
    const link = element("a", "Åbn siden");
    link.href = node.href;
    const line = element("p");
    line.append(link);
    return line;
  }

  /** What more there is, relation by relation, with how many before anything is fetched. */
  more(node, shown) {
    const relations = Object.entries(this.facts.relations.get(node.id) || {});
    if (!relations.length) return null;
    const list = element("ul", undefined, "links");
    for (const [relation, total] of relations) list.append(this.relation(node, relation, total, shown));
    const part = element("div", undefined, "more");
    part.append(element("h3", "Vis mere"), list);
    return part;
  }

  relation(node, relation, total, shown) {
    const word = `${this.facts.relationWord(node.id, relation)} (${total})`;
    const seen = this.seen(node, relation, shown);
    const there = this.page.canAsk ? total : this.facts.related(node.id, relation).length;
    const left = Math.min(there - seen, AT_ONCE);
    const item = element("li");
    if (left <= 0) {
      const why = seen >= total ? "alle vises" : `${seen} vises; flere er ikke i filen`;
      item.append(element("span", word), element("span", why, "small"));
      return item;
    }
    const press = this.kept(relation, button(word, () => this.page.expand(node.id, relation), "expand"));
    press.dataset.relation = relation;
    item.append(press, element("span", seen ? `${seen} vises, vis ${left} flere` : left < total ? `vis ${left}` : "", "small"));
    return item;
  }

  seen(node, relation, shown) {
    const drawn = shown.there.filter((edge) => edge.from === node.id || edge.to === node.id);
    const others = drawn.filter((edge) => this.facts.relationOf(edge, node.id) === relation);
    return new Set(others.map((edge) => this.facts.other(edge, node.id))).size;
  }

  actions(node, state, shown) {
    const row = element("div", undefined, "row actions");
    const isFolded = state.folded.has(node.id);
    const hides = isFolded ? 0 : shown.nodes.size - this.page.shownWith(folded(this.facts, state, node.id)).nodes.size;
    if (isFolded) row.append(this.kept("fold", button("Fold ud igen", () => this.page.change(unfolded(state, node.id)))));
    else if (hides > 0) row.append(this.kept("fold", button(`Fold sammen (${hides})`, () => this.page.change(folded(this.facts, state, node.id)))));
    if (state.pinned.has(node.id)) row.append(this.kept("pin", button("Løsn", () => this.page.unpin(node.id))));
    else row.append(this.kept("pin", button("Fastgør", () => this.page.pin(node.id))));
    if (!node.focus) row.append(button("Skjul", () => this.page.hide(node.id)));
    return row;
  }

  // ---- a tie ---------------------------------------------------------------------------------

  showEdge(edge) {
    const ends = [edge.from, edge.to].map((id) => this.facts.nodeOf.get(id));
    const links = element("ul", undefined, "links");
    for (const node of ends) links.append(linkTo(node.label, this.facts.kinds[node.kind], () => this.page.select({ node: node.id })));
    this.fill(ends.map((node) => node.label).join(" – "), [
      edge.certain ? null : element("p", "Formodning: dokumenterne siger det ikke sikkert", "badge"),
      this.listOf([
        ["Forbindelse", edge.role], [edge.event ? "Dato" : "Fra", edge.begins], ["Slut", edge.ends], ["Status", edge.status],
        ...edge.notes,
      ]),
      element("h3", edge.proofs.length > 1 ? "Kilder" : "Kilde"),
      edge.proofs.length ? null : element("p", "Ingen kilde fundet."),
      ...edge.proofs.map((proof) => this.proof(proof)),
      element("h3", "Se mere om"),
      links,
    ]);
  }

  proof(proof) {
    const quote = element("blockquote");
    const place = element("cite");
    if (proof.href) {
      const link = element("a", proof.place);
      link.href = proof.href;
      place.append(link);
    } else place.textContent = proof.place;
    quote.append(element("bdi", proof.quote), place);
    return quote;
  }
}
