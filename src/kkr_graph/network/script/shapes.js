// How a node is drawn on the canvas: a shape, a letter and a name.

const PAPER = "#ffffff";
const INK = "#1c2530";
const MARKED = "#f2b705";
const FACE = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";
const LINE = 17;
const SIZE = 14; // of a name, as layout.py reckons with

function trace(context, outline, x, y, radius) {
  context.beginPath();
  if (!outline.length) context.arc(x, y, radius, 0, 2 * Math.PI);
  outline.forEach((point, at) => context[at ? "lineTo" : "moveTo"](x + point[0] * radius, y + point[1] * radius));
  context.closePath();
}

function drawShape(context, look, node, x, y, marked) {
  if (marked || node.focus) {
    trace(context, look.outline, x, y, node.size + (marked ? 7 : 4));
    context.fillStyle = marked ? MARKED : PAPER;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = marked ? INK : look.colour;
    context.stroke();
  }
  trace(context, look.outline, x, y, node.size);
  context.fillStyle = look.colour;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = PAPER;
  context.stroke();
  context.font = `700 ${Math.round(node.size * 0.95)}px ${FACE}`;
  context.fillStyle = PAPER;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(look.letter, x, y + 1);
}

/** A pin on the shoulder of a node that stays where it was put. */
function drawPin(context, node, x, y) {
  context.beginPath();
  context.arc(x + node.size * 0.85, y - node.size * 0.85, 4.5, 0, 2 * Math.PI);
  context.fillStyle = INK;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = PAPER;
  context.stroke();
}

/** Where a name begins, from the middle of its shape. */
const below = (node) => node.size + 5;

/** A name, so many times larger than was reckoned with. */
function drawLabel(context, node, x, y, marked, grown) {
  context.font = `${marked || node.focus ? 700 : 400} ${(node.focus ? 16 : SIZE) * grown}px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  node.lines.forEach((line, at) => haloed(context, line, x, y + at * LINE * grown));
}

/** Text on a rim of paper, so that lines do not run through it. */
function haloed(context, text, x, y) {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = PAPER;
  context.strokeText(text, x, y);
  context.fillStyle = INK;
  context.fillText(text, x, y);
}
