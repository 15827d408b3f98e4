// What the page knows: nodes, edges, and what each step of the reader brought.

const stepName = (step) => `${step.node}~${step.relation}`;

class Facts {
  constructor(data) {
    this.looks = data.looks;
    this.kinds = data.kinds;
    this.relationWords = data.relation_words;
    this.relations = new Map(Object.entries(data.relations));
    this.prefix = data.prefix;
    this.nodeOf = new Map();
    this.edgeOf = new Map();
    this.edgesAt = new Map();
    this.parts = new Map();
    this.add(data);
    const first = (list) => new Set(list.filter((each) => !each.later).map((each) => each.id));
    this.first = first(data.nodes);
    this.firstEdges = first(data.edges);
    data.parts.forEach((part, at) => this.parts.set(data.parts.slice(0, at + 1).map(stepName).join("|"), part));
    this.focus = data.nodes.filter((node) => node.focus).map((node) => node.id);
  }

  get nodes() { return [...this.nodeOf.values()]; }

  get edges() { return [...this.edgeOf.values()]; }

  /** Take in nodes and edges; what is known already stays as it is. */
  add(part) {
    for (const node of part.nodes) if (!this.nodeOf.has(node.id)) this.nodeOf.set(node.id, node);
    for (const edge of part.edges) {
      if (this.edgeOf.has(edge.id)) continue;
      this.edgeOf.set(edge.id, edge);
      for (const end of [edge.from, edge.to]) {
        if (!this.edgesAt.has(end)) this.edgesAt.set(end, []);
        this.edgesAt.get(end).push(edge);
      }
    }
    for (const [id, counts] of Object.entries(part.relations || {})) this.relations.set(id, counts);
  }

  around(id) { return this.edgesAt.get(id) || []; }

  other(edge, id) { return edge.from === id ? edge.to : edge.from; }

  relationOf(edge, id) { return `${edge.kind}-${this.nodeOf.get(this.other(edge, id)).kind}`; }

  /** What stands in a relation to a node, as far as it is known here. */
  related(id, relation) {
    const found = this.around(id).filter((edge) => this.relationOf(edge, id) === relation);
    return [...new Set(found.map((edge) => this.other(edge, id)))];
  }

  relationWord(id, relation) {
    return this.relationWords[`${this.nodeOf.get(id).kind}-${relation}`] || relation;
  }

  /** What the last of these steps brought, if that has been asked for before. */
  part(steps) { return this.parts.get(steps.map(stepName).join("|")); }

  keep(steps, part) {
    this.add(part);
    this.parts.set(steps.map(stepName).join("|"), part);
  }

  /** Where a node stands depends on the steps that led to it. */
  arrange(steps) {
    steps.forEach((_, at) => {
      const part = this.part(steps.slice(0, at + 1));
      for (const [id, place] of Object.entries((part && part.places) || {})) Object.assign(this.nodeOf.get(id), place);
    });
  }
}
