// Which nodes and edges a state shows. network/shown.py says the same for files.

/** What is there before the filters: what the page began with, and what open steps brought. */
function presentNodes(facts, state) {
  const present = new Set(facts.first);
  state.steps.forEach((step, at) => {
    const part = facts.part(state.steps.slice(0, at + 1));
    if (step.open && part) part.brought.forEach((id) => present.add(id));
  });
  state.hidden.forEach((id) => present.delete(id));
  return present;
}

function presentEdges(facts, state, present) {
  const asked = new Set(facts.firstEdges);
  state.steps.forEach((step, at) => {
    const part = facts.part(state.steps.slice(0, at + 1));
    if (step.open && part) part.ties.forEach((id) => asked.add(id));
  });
  return facts.edges.filter((edge) => present.has(edge.from) && present.has(edge.to) &&
    (asked.has(edge.id) || !facts.first.has(edge.from) || !facts.first.has(edge.to)));
}

function isEdgeShown(facts, state, edge) {
  return !state.kinds.has(`edge:${edge.kind}`) &&
    !(state.kinds.has("guess") && !edge.certain) &&
    !state.kinds.has(`node:${facts.nodeOf.get(edge.from).kind}`) &&
    !state.kinds.has(`node:${facts.nodeOf.get(edge.to).kind}`) &&
    (!state.day || (edge.first <= state.day && state.day <= edge.last));
}

/** A node goes with its last edge, unless the page is about it, it is pinned, or it never had one. */
function shownParts(facts, state) {
  const present = presentNodes(facts, state);
  const there = presentEdges(facts, state, present);
  const leaves = foldedAway(facts, state, there);
  const edges = there.filter((edge) => isEdgeShown(facts, state, edge) && !leaves.has(edge.from) && !leaves.has(edge.to));
  const tied = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const nodes = [...present].filter((id) => {
    const node = facts.nodeOf.get(id);
    const wanted = tied.has(id) || node.focus || state.pinned.has(id) || !facts.around(id).length;
    return wanted && !leaves.has(id) && !state.kinds.has(`node:${node.kind}`);
  });
  return { nodes: new Set(nodes), edges: new Set(edges.map((edge) => edge.id)), present, there };
}

/** The names that hang on a folded node alone. */
function foldedAway(facts, state, edges) {
  const beside = new Map();
  for (const edge of edges) {
    for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
      if (!beside.has(one)) beside.set(one, new Set());
      beside.get(one).add(other);
    }
  }
  const leaves = new Set();
  for (const id of state.folded) {
    for (const other of beside.get(id) || []) {
      const keeps = facts.nodeOf.get(other).focus || state.pinned.has(other) || state.folded.has(other);
      if (beside.get(other).size === 1 && !keeps) leaves.add(other);
    }
  }
  return leaves;
}
