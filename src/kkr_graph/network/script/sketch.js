// The picture at once, on a plain canvas: it shows the selection and takes clicks until the library that
// drags and zooms is there, which needs many times as long.

const NEAR = 7; // pixels from a line that still mean it

class Sketch {
  constructor(holder, drawing) {
    Object.assign(this, { holder, drawing, position: { x: 0, y: 0 }, scale: 1 });
    this.canvas = element("canvas");
    this.canvas.className = "sketch";
    holder.append(this.canvas);
  }

  moveTo({ position = this.position, scale = this.scale }) {
    Object.assign(this, { position, scale });
    this.draw();
  }

  /** Once for each frame, however much has changed until then. */
  draw() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      this.drawNow();
    });
  }

  end() {
    cancelAnimationFrame(this.frame);
    this.canvas.remove();
  }

  drawNow() {
    const { clientWidth: wide, clientHeight: high } = this.holder;
    const dense = window.devicePixelRatio || 1;
    this.canvas.width = wide * dense;
    this.canvas.height = high * dense;
    const context = this.canvas.getContext("2d");
    const step = this.scale * dense;
    context.setTransform(step, 0, 0, step, (wide * dense) / 2 - this.position.x * step, (high * dense) / 2 - this.position.y * step);
    const half = { x: wide / 2 / this.scale, y: high / 2 / this.scale };
    this.seen = [this.position.x - half.x, this.position.y - half.y, this.position.x + half.x, this.position.y + half.y];
    this.drawEdges(context);
    this.drawing.drawRoles(context);
    this.drawNodes(context);
  }

  /** Lines of one look are one path, which costs a fraction of a path each. */
  drawEdges(context) {
    const looks = new Map();
    const { shown, selected } = this.drawing;
    for (const id of shown.edges) {
      const edge = this.drawing.facts.edgeOf.get(id);
      const marked = id === selected.edge;
      const look = [marked ? "#b26a00" : edge.color, edge.width * (marked ? 1.5 : 1), this.drawing.opacityOf(edge), ...(edge.dashes || [])];
      const key = look.join();
      if (!looks.has(key)) looks.set(key, [look, new Path2D()]);
      const { from, to, bend } = curveOf(edge, (end) => this.drawing.at(end));
      const path = looks.get(key)[1];
      path.moveTo(from.x, from.y);
      path.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    }
    for (const [[color, width, opacity, ...dashes], path] of looks.values()) {
      context.globalAlpha = opacity;
      context.strokeStyle = color;
      context.lineWidth = width;
      context.setLineDash(dashes);
      context.stroke(path);
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  drawNodes(context) {
    const parts = [];
    for (const id of this.drawing.shown.nodes) {
      const { x, y } = this.drawing.at(id);
      if (!this.isSeen(this.drawing.facts.nodeOf.get(id).box, x, y)) continue;
      const marked = id === this.drawing.selected.node;
      parts.push(this.drawing.drawNode({ ctx: context, id, x, y, state: { selected: marked, hover: false } }));
    }
    for (const part of parts) part.drawNode();
    for (const part of parts) part.drawExternalLabel();
  }

  isSeen(box, x, y) {
    const [left, top, right, bottom] = this.seen;
    return x + box[2] >= left && x + box[0] <= right && y + box[3] >= top && y + box[1] <= bottom;
  }

  /** What a click means: the name there, or else the nearest line. */
  hit(event) {
    const frame = this.holder.getBoundingClientRect();
    const x = (event.clientX - frame.left - frame.width / 2) / this.scale + this.position.x;
    const y = (event.clientY - frame.top - frame.height / 2) / this.scale + this.position.y;
    const node = [...this.drawing.shown.nodes].find((id) => {
      const at = this.drawing.at(id);
      return Math.hypot(at.x - x, at.y - y) <= this.drawing.facts.nodeOf.get(id).size;
    });
    if (node) return { node };
    const context = this.canvas.getContext("2d");
    context.resetTransform();
    context.lineWidth = (2 * NEAR) / this.scale;
    const edge = [...this.drawing.shown.edges].find((id) => {
      const { from, to, bend } = curveOf(this.drawing.facts.edgeOf.get(id), (end) => this.drawing.at(end));
      const path = new Path2D();
      path.moveTo(from.x, from.y);
      path.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
      return context.isPointInStroke(path, x, y);
    });
    return { edge };
  }
}
