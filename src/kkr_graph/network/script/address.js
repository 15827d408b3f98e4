// The address holds all that is shown, so that a link opens the same view again. A page from a
// server keeps it in the query, which the server reads too; a page from a file after the "#".

const DAY = /^\d{4}-\d{2}-\d{2}$/;

class Address {
  constructor(prefix, served) {
    this.prefix = prefix;
    this.served = served;
    // What the server was asked for besides the state: the two ends of a path, say.
    this.own = new URLSearchParams(served ? location.search : "");
    for (const name of ["dato", "skjult", "udvid", "foldet", "gemt", "fast", "valgt", "format"]) this.own.delete(name);
  }

  short(id) { return this.prefix && id.startsWith(this.prefix) ? id.slice(this.prefix.length) : id; }

  long(written) { return written.includes("://") || !this.prefix ? written : this.prefix + written; }

  /** The state as parameters. */
  params(state, selected) {
    const kept = new URLSearchParams(this.own);
    if (state.day) kept.set("dato", state.day);
    if (state.kinds.size) kept.set("skjult", [...state.kinds].sort().join(","));
    for (const step of state.steps) {
      kept.append("udvid", `${this.short(step.node)}~${step.relation}${step.open ? "" : "~lukket"}`);
    }
    for (const id of [...state.folded].sort()) kept.append("foldet", this.short(id));
    for (const id of [...state.hidden].sort()) kept.append("gemt", this.short(id));
    for (const [id, place] of [...state.pinned].sort()) kept.append("fast", [this.short(id), ...place].join("~"));
    if (selected) kept.set("valgt", this.short(selected));
    return kept;
  }

  remember(state, selected) {
    const text = this.params(state, selected).toString();
    const mark = this.served ? "?" : "#";
    const plain = location.pathname + (this.served ? "" : location.search);
    const wanted = text ? plain + mark + text : plain;
    if (wanted === location.pathname + location.search + location.hash) return;
    try { history.replaceState(null, "", wanted); } catch (error) { /* some viewers forbid it */ }
  }

  /** The state that the address tells of, and what is selected. */
  recall(day) {
    const kept = new URLSearchParams(this.served ? location.search : location.hash.slice(1));
    const named = (name) => new Set(kept.getAll(name).map((each) => this.long(each)));
    const told = kept.get("dato") || "";
    return {
      selected: kept.has("valgt") ? [kept.get("valgt"), this.long(kept.get("valgt"))] : [],
      state: {
        day: DAY.test(told) ? told : day,
        kinds: new Set((kept.get("skjult") || "").split(",").filter(Boolean)),
        steps: kept.getAll("udvid").map((each) => this.step(each)),
        folded: named("foldet"),
        hidden: named("gemt"),
        pinned: new Map(kept.getAll("fast").map((each) => this.pin(each)).filter((pin) => pin[1].every(Number.isFinite))),
      },
    };
  }

  step(written) {
    const [node, relation, closed] = written.split("~");
    return { node: this.long(node), relation: relation || "", open: closed !== "lukket" };
  }

  pin(written) {
    const [node, x, y] = written.split("~");
    return [this.long(node), [parseInt(x, 10), parseInt(y, 10)]];
  }
}
