// Where a node stands: where the reader put it, else where it was computed; what was brought around a
// node moves with it.

function placeOf(facts, state, id) {
  const pinned = state.pinned.get(id);
  if (pinned) return { x: pinned[0], y: pinned[1] };
  const node = facts.nodeOf.get(id);
  const anchor = facts.nodeOf.get(node.anchor);
  if (!anchor) return { x: node.x, y: node.y };
  const moved = placeOf(facts, state, anchor.id);
  return { x: node.x + moved.x - anchor.x, y: node.y + moved.y - anchor.y };
}

/** A line from one end to the other, and the point that it bows towards. */
function curveOf(edge, at) {
  const [from, to] = [at(edge.from), at(edge.to)];
  const bow = edge.smooth ? edge.smooth.roundness * (edge.smooth.type === "curvedCW" ? 1 : -1) : 0;
  const bend = { x: (from.x + to.x) / 2 - (to.y - from.y) * bow, y: (from.y + to.y) / 2 + (to.x - from.x) * bow };
  return { from, to, bend };
}
