// The page: one state and one selection, which drawing, tables, legend and details all show.

class Explorer {
  constructor() {
    const root = byId("explorer");
    const { nodes, edges, rest } = JSON.parse(byId("data").textContent);
    this.facts = new Facts({ nodes, edges, ...rest });
    this.canAsk = root.dataset.served === "yes";
    this.address = new Address(this.facts.prefix, this.canAsk);
    this.source = this.canAsk ? new Server(this.address) : new Reserve(this.facts);
    this.drawing = new Drawing(byId("canvas"), this.facts, JSON.parse(root.dataset.options));
    const told = this.address.recall(root.dataset.day);
    this.history = new History(told.state);
    this.selected = { node: null, edge: null };
    this.tables = null; // a long table may still be on its way when the drawing answers
    this.details = new Details(this.facts, this);
    this.legend = new Legend(this.facts, this);
    this.days = new Days(this);
    this.search = new Search(this.facts, this);
    this.listen();
    this.begin(told.selected);
    const drawn = () => requestAnimationFrame(() => setTimeout(() => this.attach()));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", drawn);
    else drawn();
  }

  /** Whoever looks has the sketch first, then the tables, and the library when nothing else is to be done. */
  attach() {
    this.tables = new Tables(this.facts, this);
    this.showTables();
    this.drawing.whenWanted(() => this.draw());
  }

  async draw() {
    try {
      await library();
    } catch (error) {
      this.say("Tegningen kan ikke flyttes eller zoomes lige nu. Genindlæs siden for at prøve igen.");
      return;
    }
    this.drawing.takeOver();
    this.listenTo(this.drawing.network);
    this.tell();
  }

  /** Others may know how far the page is. */
  tell() {
    if (this.begun) document.body.dataset.drawn = "yes";
    if (this.begun && this.drawing.network) document.body.dataset.ready = "yes";
  }

  get nodes() { return this.drawing.nodes; }

  get edges() { return this.drawing.edges; }

  get network() { return this.drawing.network; }

  get state() { return this.history.now; }

  /** Fetch what the address asks for and is not here yet; what cannot be had is left out. */
  async begin(selected) {
    const steps = this.state.steps;
    const known = steps.findIndex((_, at) => !this.facts.part(steps.slice(0, at + 1)));
    if (known >= 0) {
      this.history.now = { ...this.state, steps: steps.slice(0, known) };
      this.render();
      for (const step of steps.slice(known)) {
        const asked = [...this.state.steps, step];
        if (!(await this.fetched(asked))) break;
        this.history.now = { ...this.state, steps: asked };
      }
    }
    this.render();
    const chosen = selected.find((id) => this.facts.edgeOf.has(id) || this.facts.nodeOf.has(id));
    if (chosen) this.select(this.facts.edgeOf.has(chosen) ? { edge: chosen } : { node: chosen }, null, false);
    this.drawing.showFirst();
    if (this.drawing.written.names.size < this.shown.nodes.size) this.say("Tryk på + for at se alle navne.");
    this.begun = true;
    this.tell();
  }

  shownWith(changes) { return shownParts(this.facts, { ...this.state, ...changes }); }

  // ---- changes -------------------------------------------------------------------------------

  change(changes) {
    this.history.change(changes);
    this.render();
  }

  /** While the slider moves, nothing is remembered. */
  preview(changes) {
    this.before = this.before || this.state;
    this.history.now = { ...this.state, ...changes };
    this.render();
  }

  settle(changes) {
    this.history.now = this.before || this.state;
    this.before = null;
    if (this.state.day !== changes.day) this.change(changes);
    else this.render();
  }

  undo() { if (this.history.undo()) this.render(); }

  redo() { if (this.history.redo()) this.render(); }

  async expand(node, relation) {
    if (this.busy) return;
    const steps = [...this.state.steps, { node, relation, open: true }];
    const before = this.shown.nodes.size;
    this.busy = true;
    const there = await this.fetched(steps);
    this.busy = false;
    if (!there) return;
    this.change({ steps, folded: withoutMember(this.state.folded, node) });
    const more = this.shown.nodes.size - before;
    this.say(more ? `${counted(more, "navn", "navne")} kom til.` : "Ingen nye navne; forbindelserne vises nu.");
    this.drawing.bringIntoView({ node });
  }

  async fetched(steps) {
    if (this.facts.part(steps)) return true;
    try {
      this.facts.keep(steps, await this.source.part(steps));
      return true;
    } catch (error) {
      this.say("Der kunne ikke hentes mere. Grafen kan være bygget om: genindlæs siden.");
      return false;
    }
  }

  pin(id) {
    const { x, y } = placeOf(this.facts, this.state, id);
    this.change({ pinned: new Map([...this.state.pinned, [id, [Math.round(x), Math.round(y)]]]) });
  }

  unpin(id) { this.change({ pinned: new Map([...this.state.pinned].filter(([pinned]) => pinned !== id)) }); }

  hide(id) {
    this.selected = { node: null, edge: null };
    this.change({ hidden: withMember(this.state.hidden, id) });
    byId("details-heading").focus({ preventScroll: true });
  }

  dragged(ids) {
    const places = this.drawing.network.getPositions(ids);
    const put = ids.map((id) => [id, [Math.round(places[id].x), Math.round(places[id].y)]]);
    if (put.length) this.change({ pinned: new Map([...this.state.pinned, ...put]) });
  }

  // ---- selection: one for drawing, tables and details ----------------------------------------

  select({ node = null, edge = null }, from = null, moves = true) {
    this.selected = { node: edge ? null : node, edge };
    this.from = from;
    this.render();
    if (moves) this.drawing.bringIntoView(this.selected);
    if (from) byId("details-heading").focus();
  }

  // ---- showing -------------------------------------------------------------------------------

  render() {
    this.facts.arrange(this.state.steps);
    this.shown = shownParts(this.facts, this.state);
    this.drawing.show(this.state, this.shown, this.selected);
    this.legend.show(this.state, this.shown);
    this.days.show(this.state);
    this.details.show(this.selected, this.state, this.shown);
    byId("undo").disabled = !this.history.past.length;
    byId("redo").disabled = !this.history.future.length;
    this.showTables();
    this.address.remember(this.state, this.selected.edge || this.selected.node);
    this.renewLinks();
  }

  showTables() {
    if (!this.tables || !this.shown) return; // not before the drawing
    this.tables.show(this.selected, this.shown);
    byId("status").textContent = this.told();
  }

  told() {
    const { nodes, edges, present, there } = this.shown;
    const day = this.state.day ? ` pr. ${danish(this.state.day)}` : "";
    const hint = edges.size || !there.length ? "" : this.state.day
      ? " Ingen forbindelse gælder den dag: vælg en anden dag eller »Alle datoer«."
      : " Alle forbindelser er skjult: sæt mærker under »Vis og skjul«.";
    return `Viser ${edges.size} af ${there.length} forbindelser og ${nodes.size} af ${present.size} navne${day}.${hint}`;
  }

  /** Files that the server makes hold what is shown now. */
  renewLinks() {
    const asked = this.address.params(this.state, null);
    for (const link of document.querySelectorAll("a[data-format]")) {
      asked.set("format", link.dataset.format);
      link.href = `${location.pathname}?${asked}`;
    }
  }

  say(text) { byId("said").textContent = text; }

  // ---- wiring --------------------------------------------------------------------------------

  listen() {
    const { sketch, holder } = this.drawing;
    sketch.canvas.addEventListener("click", (event) => this.select(sketch.hit(event), null, false));
    const press = { closer: () => this.drawing.zoom(1.3), farther: () => this.drawing.zoom(1 / 1.3), whole: () => this.drawing.showWhole(), undo: () => this.undo(), redo: () => this.redo(), png: () => savePng(holder), svg: () => this.saveSvg() };
    for (const [id, run] of Object.entries(press)) if (byId(id)) byId(id).addEventListener("click", run);
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  listenTo(network) {
    network.on("click", (event) => this.select({ node: event.nodes[0], edge: event.nodes.length ? null : event.edges[0] }, null, false));
    network.on("doubleClick", (event) => this.expandAll(event.nodes[0]));
    network.on("dragEnd", (event) => this.dragged(event.nodes));
  }

  /** A double click asks for the posts, or else for the first relation that there is more of. */
  expandAll(node) {
    const more = node ? document.querySelector("#details-body .expand[data-relation^='tenure'], #details-body .expand") : null;
    if (more) more.click();
  }

  pressed(event) {
    const typing = event.target.closest("input:not([type=checkbox]):not([type=range]), textarea, select");
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !typing && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) this.redo(); else this.undo();
    } else if (event.key === "Escape" && this.from && event.target.closest("#details")) {
      this.from.focus();
      this.from = null;
    }
  }

  saveSvg() {
    const svg = new Svg(this.facts, this.state, this.shown, this.drawing.bounds(this.shown.nodes));
    download(new Blob([svg.toString()], { type: "image/svg+xml" }), "netværk.svg");
  }
}

window.netvaerk = new Explorer();
