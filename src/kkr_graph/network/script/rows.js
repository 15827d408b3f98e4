// One table: a row is made when it is to be seen, and no more of them than people look through at once.

const FIRST = 100;

class Rows {
  constructor(id, make) {
    this.table = byId(id);
    this.body = this.table.tBodies[0];
    this.make = make;
    this.made = new Map();
    this.all = false;
    this.sorting = null;
    this.more = button("", () => this.showAll(), "all");
    this.table.closest(".scroll").after(this.more);
    for (const sort of this.table.querySelectorAll(".sort")) sort.addEventListener("click", () => this.sortBy(sort.closest("th")));
    window.addEventListener("beforeprint", () => this.showAll());
  }

  row(thing) {
    if (!this.made.has(thing.id)) this.made.set(thing.id, this.make(thing));
    return this.made.get(thing.id);
  }

  /** Show these things; the chosen one also where it comes later than the rest. */
  show(things, chosen) {
    Object.assign(this, { things, chosen });
    const order = this.sorting ? [...things].sort(this.sorting) : things;
    const wanted = this.all ? order : order.filter((thing, at) => at < FIRST || thing.id === chosen);
    this.put(wanted.map((thing) => this.row(thing)));
    this.more.hidden = wanted.length === things.length;
    this.more.textContent = `Vis alle ${things.length} rækker`;
  }

  /** Rows that stay are not touched, so that whoever stands in one goes on standing there. */
  put(rows) {
    const kept = new Set(rows);
    for (const row of [...this.body.rows]) if (!kept.has(row)) row.remove();
    let at = this.body.firstElementChild;
    for (const row of rows) {
      if (row === at) at = at.nextElementSibling;
      else this.body.insertBefore(row, at);
    }
  }

  showAll() {
    const goesOn = this.more === document.activeElement;
    this.all = true;
    if (this.things) this.show(this.things, this.chosen);
    if (goesOn) this.body.rows[FIRST].querySelector(".pick").focus();
  }

  sortBy(heading) {
    const at = [...heading.parentNode.children].indexOf(heading);
    const down = heading.getAttribute("aria-sort") === "ascending";
    const key = (thing) => (thing.cells[at] || ["", ""])[1];
    const order = (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
    this.sorting = (one, other) => (down ? -1 : 1) * order(one, other);
    for (const each of heading.parentNode.children) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    this.show(this.things, this.chosen);
  }
}
