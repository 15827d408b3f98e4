// Where more comes from: the server that sent the page, or what the file has in reserve.

const AT_ONCE = 40;

/** From the own server, which computes where the new ones stand. */
class Server {
  constructor(address) { this.address = address; }

  async part(steps) {
    const asked = this.address.params({ ...BEGINNING, steps }, null);
    asked.set("format", "udvidelse");
    const answer = await fetch(`${location.pathname}?${asked}`, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`svar ${answer.status}`);
    return answer.json();
  }
}

/** From the page itself: its nodes in reserve have places of their own already. */
class Reserve {
  constructor(facts) { this.facts = facts; }

  async part(steps) {
    const step = steps[steps.length - 1];
    const facts = this.facts;
    if (!facts.nodeOf.has(step.node)) throw new Error("ukendt navn");
    const here = presentNodes(facts, { ...BEGINNING, steps: steps.slice(0, -1) });
    const all = facts.related(step.node, step.relation);
    const known = all.filter((id) => here.has(id));
    const more = all.filter((id) => !here.has(id)).slice(0, AT_ONCE);
    const brought = [...known, ...more];
    const ties = facts.around(step.node).filter((edge) => facts.relationOf(edge, step.node) === step.relation);
    const around = (id) => ({ x: facts.nodeOf.get(id).x, y: facts.nodeOf.get(id).y, anchor: step.node });
    const places = Object.fromEntries(more.map((id) => [id, around(id)]));
    return { nodes: [], edges: [], brought, ties: ties.map((edge) => edge.id), places };
  }
}
