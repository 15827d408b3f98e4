// The drawing: what there is stands where it was computed, and nothing moves by itself. A sketch is there at
// once; vis-network, with which it can be dragged and zoomed, takes over when it has been read.

const MANY = 250; // edges, beyond which they are drawn lighter until something is selected
const PAUSE = 500; // milliseconds that belong to whoever has just seen the picture
const LEGIBLE = 0.36; // smaller than this, hardly any name has room; larger, and a phone would cut the few there are
const LEAST = 10; // pixels on the screen that a name is high at least
const PHONE = 480; // pixels, below which the whole says more than the few names that have room

class Drawing {
  constructor(holder, facts, options) {
    this.holder = holder;
    this.facts = facts;
    this.options = options;
    this.near = null; // what belongs to the selection; everything else is drawn faintly
    this.selected = { node: null, edge: null };
    this.shown = { nodes: new Set(), edges: new Set() };
    this.looks = new Map();
    this.state = BEGINNING;
    this.network = null;
    this.sketch = new Sketch(holder, this);
    // The page scrolls with the wheel; the drawing zooms when Ctrl is held.
    holder.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) event.stopPropagation();
    }, { capture: true, passive: true });
  }

  /** When the hand comes near, or else after a while: reading the library holds up what else there is to do. */
  whenWanted(act) {
    const once = () => {
      this.holder.removeEventListener("pointerenter", once);
      clearTimeout(waiting);
      act();
    };
    const waiting = setTimeout(once, PAUSE);
    this.holder.addEventListener("pointerenter", once);
  }

  /** The library is there: it shows the same as the sketch, in its place. */
  takeOver() {
    const { position, scale } = this.sketch;
    this.sketch.end();
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(this.holder, { nodes: this.nodes, edges: this.edges }, this.options);
    const frame = this.holder.querySelector(".vis-network");
    if (frame) frame.removeAttribute("tabindex"); // the tables are the way by keyboard
    this.network.on("afterDrawing", (context) => this.drawRoles(context));
    this.network.on("hoverNode", () => this.holder.classList.add("over"));
    this.network.on("blurNode", () => this.holder.classList.remove("over"));
    this.show(this.state, this.shown, this.selected);
    this.network.moveTo({ position, scale });
  }

  /** Draw what a state shows, and the selection in it. */
  show(state, shown, selected) {
    Object.assign(this, { state, shown, selected, room: null });
    this.near = this.nearTo(selected);
    if (!this.network) {
      this.sketch.draw();
      return;
    }
    this.nodes.update(this.changedNodes());
    this.edges.update(this.changedEdges());
    this.mark();
  }

  changedNodes() {
    const changed = [];
    for (const node of this.facts.nodes) {
      const hidden = !this.shown.nodes.has(node.id);
      const known = this.looks.get(node.id);
      if (hidden && !known) continue; // not drawn before it is asked for
      const place = placeOf(this.facts, this.state, node.id);
      const look = `${hidden} ${place.x} ${place.y}`;
      if (look === known) continue;
      this.looks.set(node.id, look);
      changed.push({ id: node.id, shape: "custom", size: node.size, ctxRenderer: (part) => this.drawNode(part), hidden, x: place.x, y: place.y });
    }
    return changed;
  }

  changedEdges() {
    const changed = [];
    for (const edge of this.facts.edges) {
      const hidden = !this.shown.edges.has(edge.id);
      const known = this.looks.get(edge.id);
      if (hidden && !known) continue;
      const opacity = this.opacityOf(edge);
      const look = hidden ? "hidden" : String(opacity);
      if (look === known) continue;
      this.looks.set(edge.id, look);
      const color = { color: edge.color, highlight: "#b26a00", hover: edge.color, opacity };
      changed.push(known ? { id: edge.id, hidden, color } : { ...edge, hidden, color });
    }
    return changed;
  }

  opacityOf(edge) {
    if (!this.isOfSelection(edge)) return 0.15;
    return !this.near && this.shown.edges.size >= MANY ? 0.45 : 1;
  }

  nearTo({ node, edge }) {
    if (edge && this.shown.edges.has(edge)) {
      const chosen = this.facts.edgeOf.get(edge);
      return new Set([chosen.from, chosen.to]);
    }
    if (!node || !this.shown.nodes.has(node)) return null;
    const own = this.facts.around(node).filter((each) => this.shown.edges.has(each.id));
    return new Set([node, ...own.map((each) => this.facts.other(each, node))]);
  }

  isOfSelection(edge) {
    const { node, edge: chosen } = this.selected;
    return !this.near || edge.id === chosen || (node !== null && (edge.from === node || edge.to === node));
  }

  mark() {
    const { node, edge } = this.selected;
    const chosen = this.near ? { nodes: edge ? [] : [node], edges: edge ? [edge] : [] } : { nodes: [], edges: [] };
    this.network.setSelection(chosen, { highlightEdges: false });
  }

  drawNode(part) {
    const node = this.facts.nodeOf.get(part.id);
    const marked = part.state.selected;
    const faint = this.near && !this.near.has(node.id) ? 0.25 : 1;
    const faintly = (draw) => () => {
      part.ctx.globalAlpha = faint;
      draw();
      part.ctx.globalAlpha = 1;
    };
    return {
      drawNode: faintly(() => {
        drawShape(part.ctx, this.facts.looks[node.kind], node, part.x, part.y, marked);
        if (this.state.pinned.has(node.id)) drawPin(part.ctx, node, part.x, part.y);
      }),
      drawExternalLabel: faintly(() => {
        const wanted = marked || part.state.hover;
        const down = this.written.names.get(node.id) ?? (wanted ? below(node) : null);
        if (down !== null) drawLabel(part.ctx, node, part.x, part.y + down, wanted, this.grown);
      }),
      nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
    };
  }

  /** Roles stand where layout.py found room along the edge, and follow when a node is dragged. */
  drawRoles(context) {
    context.font = `400 ${12 * this.grown}px ${FACE}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const id of this.shown.edges) {
      const edge = this.facts.edgeOf.get(id);
      const mine = this.isOfSelection(edge);
      if (edge.spot === null || !(this.written.roles.has(id) || (this.near && mine))) continue;
      const { x, y } = this.spotOf(edge);
      context.globalAlpha = mine ? 1 : 0.2;
      haloed(context, edge.role, x, y);
    }
    context.globalAlpha = 1;
  }

  spotOf(edge) {
    const [from, to] = [this.at(edge.from), this.at(edge.to)];
    return { x: from.x + (to.x - from.x) * edge.spot, y: from.y + (to.y - from.y) * edge.spot };
  }

  /** How many times larger than reckoned with text is drawn, so that it can be read. */
  get grown() { return Math.max(1, LEAST / SIZE / this.scale); }

  /** The names and roles that are written: text that is drawn larger has not room everywhere. */
  get written() {
    if (this.room?.scale !== this.scale) this.room = { scale: this.scale, ...this.findRoom() };
    return this.room;
  }

  /** Half the width of some lines of text, with a little room beside them. */
  halfOf(size, ...lines) {
    this.ruler ??= element("canvas").getContext("2d");
    this.ruler.font = `${size > SIZE ? 700 : 400} ${size}px ${FACE}`;
    return (Math.max(...lines.map((line) => this.ruler.measureText(line).width)) / 2 + 1) * this.grown;
  }

  findRoom() {
    const nodes = [...this.shown.nodes].map((id) => this.facts.nodeOf.get(id));
    const taken = [];
    const shapes = nodes.map(({ id, size }) => [this.at(id), size]).map(([{ x, y }, size]) => [x - size, y - size, x + size, y + size]);
    const covers = (box) => (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    const fits = (x, y, half, low, among = taken) => {
      const box = [x - half, y, x + half, y + low];
      const free = this.grown === 1 || !among.some(covers(box));
      if (free) taken.push(box);
      return free;
    };
    const rank = (node) => (node.focus ? 0 : node.kind === "person" ? 2 : 1);
    nodes.sort((one, other) => rank(one) - rank(other));
    const names = new Map(); // to how far below the middle of the shape they begin: above it where below is none
    for (const node of nodes) {
      const { x, y } = this.at(node.id);
      const low = (node.lines.length * LINE - 3) * this.grown;
      const half = this.halfOf(node.focus ? 16 : SIZE, ...node.lines);
      const above = -node.size - 3 - low;
      if (fits(x, y + below(node), half, low)) names.set(node.id, below(node));
      else if (fits(x, y + above, half, low, [...taken, ...shapes])) names.set(node.id, above);
    }
    const roles = [...this.shown.edges].map((id) => this.facts.edgeOf.get(id)).filter((edge) => {
      if (!edge.written) return false;
      const { x, y } = this.spotOf(edge);
      return fits(x, y - 8 * this.grown, this.halfOf(12, edge.role), 16 * this.grown);
    });
    return { names, roles: new Set(roles.map((edge) => edge.id)) };
  }

  /** Where a node is drawn, also while it is being dragged. */
  at(id) { return this.network ? this.network.getPosition(id) : placeOf(this.facts, this.state, id); }

  // ---- what of it is seen ------------------------------------------------------------------

  get scale() { return this.network ? this.network.getScale() : this.sketch.scale; }

  /** Whether few names have room. */
  get isFar() { return this.scale < LEGIBLE; }

  moveTo(view) { (this.network || this.sketch).moveTo(view); }

  get still() { return window.matchMedia("(prefers-reduced-motion: reduce)").matches; }

  get motion() { return this.still ? false : { duration: 250, easingFunction: "easeInOutQuad" }; }

  bounds(ids) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const id of ids) {
      const at = placeOf(this.facts, this.state, id);
      const own = this.facts.nodeOf.get(id).box;
      box[0] = Math.min(box[0], at.x + own[0]);
      box[1] = Math.min(box[1], at.y + own[1]);
      box[2] = Math.max(box[2], at.x + own[2]);
      box[3] = Math.max(box[3], at.y + own[3]);
    }
    return box;
  }

  showWhole() {
    if (!this.shown.nodes.size) return;
    const [left, top, right, bottom] = this.bounds(this.shown.nodes);
    const { clientWidth: wide, clientHeight: high } = this.holder;
    const scale = Math.min((wide - 32) / (right - left), (high - 32) / (bottom - top), 1.3);
    this.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  }

  /** Where the whole would be too small to read, begin at what the page is about; a phone shows the whole. */
  showFirst() {
    this.showWhole();
    if (!this.isFar || this.holder.clientWidth < PHONE) return;
    const [focus] = [...this.facts.focus, ...this.shown.nodes];
    if (focus) this.moveTo({ position: placeOf(this.facts, this.state, focus), scale: 0.6 });
  }

  zoom(factor) { this.moveTo({ scale: this.scale * factor, animation: this.motion }); }

  bringIntoView({ node, edge }) {
    const ends = edge ? [this.facts.edgeOf.get(edge).from, this.facts.edgeOf.get(edge).to] : [node];
    const places = ends.filter(Boolean).map((id) => placeOf(this.facts, this.state, id));
    if (!places.length) return;
    const middle = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    const scale = Math.max(this.scale, edge ? 0.7 : 0.8);
    this.moveTo({ position: { x: middle("x"), y: middle("y") }, scale, animation: this.motion });
  }
}
