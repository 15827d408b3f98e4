// What the reader has chosen to see. A state is never changed; a change makes a new one.

const BEGINNING = { day: "", kinds: new Set(), steps: [], folded: new Set(), hidden: new Set(), pinned: new Map() };

const withMember = (set, member) => new Set([...set, member]);
const withoutMember = (set, member) => new Set([...set].filter((each) => each !== member));

/** The states there were, for undo and redo. */
class History {
  constructor(state) {
    this.now = state;
    this.past = [];
    this.future = [];
  }

  change(changes) {
    this.past.push(this.now);
    this.now = { ...this.now, ...changes };
    this.future = [];
  }

  undo() {
    if (!this.past.length) return false;
    this.future.push(this.now);
    this.now = this.past.pop();
    return true;
  }

  redo() {
    if (!this.future.length) return false;
    this.past.push(this.now);
    this.now = this.future.pop();
    return true;
  }
}

/** The state with a node folded: what it brought goes, and so do names that hang on it alone. */
function folded(facts, state, id) {
  let next = { ...state, steps: state.steps.map((step) => (step.node === id ? { ...step, open: false } : step)) };
  for (let present = presentNodes(facts, next); ; present = presentNodes(facts, next)) {
    const steps = next.steps.map((step) => (present.has(step.node) ? step : { ...step, open: false }));
    const same = steps.every((step, at) => step.open === next.steps[at].open);
    next = { ...next, steps };
    if (same) break;
  }
  return { steps: next.steps, folded: withMember(state.folded, id) };
}

/** The state with a node unfolded again. */
function unfolded(state, id) {
  return {
    steps: state.steps.map((step) => (step.node === id ? { ...step, open: true } : step)),
    folded: withoutMember(state.folded, id),
  };
}
