// The picture as a file: what is seen as PNG, the whole as SVG with real text.

const MARGIN = 24;

const xml = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function download(blob, name) {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function savePng(holder) {
  const drawn = holder.querySelector("canvas");
  const paper = element("canvas");
  paper.width = drawn.width;
  paper.height = drawn.height;
  const context = paper.getContext("2d");
  context.fillStyle = PAPER;
  context.fillRect(0, 0, paper.width, paper.height);
  context.drawImage(drawn, 0, 0);
  paper.toBlob((blob) => download(blob, "netværk.png"));
}

/** All that is shown, where it stands, as an SVG document. */
class Svg {
  constructor(facts, state, shown, bounds) {
    Object.assign(this, { facts, state, shown });
    const [left, top, right, bottom] = bounds.map(Math.round);
    this.box = [left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
  }

  at(id) { return placeOf(this.facts, this.state, id); }

  toString() {
    const [left, top, wide, high] = this.box;
    const edges = [...this.shown.edges].map((id) => this.facts.edgeOf.get(id));
    const nodes = [...this.shown.nodes].map((id) => this.facts.nodeOf.get(id));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="da" role="img" width="${wide}" height="${high}" viewBox="${left} ${top} ${wide} ${high}" font-family="${xml(FACE)}" font-size="14" fill="${INK}">`,
      `<title>${xml(document.querySelector("h1").textContent)}</title>`,
      `<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${PAPER}"/>`,
      ...edges.map((edge) => this.edge(edge)),
      ...nodes.map((node) => this.node(node)),
      ...edges.filter((edge) => edge.written).map((edge) => this.role(edge)),
      "</svg>", "",
    ].join("\n");
  }

  edge(edge) {
    const { from, to, bend } = curveOf(edge, (id) => this.at(id));
    const dashes = edge.dashes ? ` stroke-dasharray="${edge.dashes.join(" ")}"` : "";
    return `<path d="M${from.x} ${from.y} Q${bend.x} ${bend.y} ${to.x} ${to.y}" fill="none" stroke="${xml(edge.color)}" stroke-width="${edge.width}"${dashes}><title>${xml(edge.role)}</title></path>`;
  }

  node(node) {
    const { x, y } = this.at(node.id);
    const look = this.facts.looks[node.kind];
    const points = look.outline.map((point) => `${x + point[0] * node.size},${y + point[1] * node.size}`).join(" ");
    const shape = points ? `<polygon points="${points}" fill="${look.colour}"/>` : `<circle cx="${x}" cy="${y}" r="${node.size}" fill="${look.colour}"/>`;
    const letter = `<text x="${x}" y="${y + 5}" text-anchor="middle" font-weight="700" fill="${PAPER}" aria-hidden="true">${look.letter}</text>`;
    const lines = node.lines.map((line, at) => this.haloed(line, x, y + node.size + 4 + LINE * (at + 0.8), node.focus ? ' font-weight="700"' : ""));
    return shape + letter + lines.join("");
  }

  role(edge) {
    const [from, to] = [this.at(edge.from), this.at(edge.to)];
    return this.haloed(edge.role, from.x + (to.x - from.x) * edge.spot, from.y + (to.y - from.y) * edge.spot + 4, ' font-size="12"');
  }

  haloed(text, x, y, style) {
    return `<text x="${x}" y="${y}" text-anchor="middle" stroke="${PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"${style}>${xml(text)}</text>`;
  }
}
