"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var options = JSON.parse(document.body.dataset.options);
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var MANY = 250; // edges, beyond which they are drawn lighter until something is selected
  var PAPER = "#ffffff";
  var INK = "#1c2530";
  var FACE = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";

  function byId(id) { return document.getElementById(id); }

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text !== undefined) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  }

  function indexed(list) {
    var index = new Map();
    list.forEach(function (each) { index.set(each.id, each); });
    return index;
  }

  var nodeOf = indexed(data.nodes);
  var edgeOf = indexed(data.edges);
  var state = { node: null, edge: null, day: document.body.dataset.day, hidden: new Set() };

  // ---- what is shown ---------------------------------------------------------------------

  function holds(edge) { return !state.day || (edge.first <= state.day && state.day <= edge.last); }

  function isEdgeShown(edge) {
    return !state.hidden.has("edge:" + edge.kind) &&
      !(state.hidden.has("guess") && !edge.certain) &&
      !state.hidden.has("node:" + nodeOf.get(edge.from).kind) &&
      !state.hidden.has("node:" + nodeOf.get(edge.to).kind) &&
      holds(edge);
  }

  // A node goes with its last edge, unless it is what the page is about or never had one.
  function shownParts() {
    var edges = new Set();
    var tied = new Set();
    var ever = new Set();
    data.edges.forEach(function (edge) {
      ever.add(edge.from).add(edge.to);
      if (isEdgeShown(edge)) {
        edges.add(edge.id);
        tied.add(edge.from).add(edge.to);
      }
    });
    var nodes = new Set();
    data.nodes.forEach(function (node) {
      var wanted = tied.has(node.id) || node.focus || !ever.has(node.id);
      if (wanted && !state.hidden.has("node:" + node.kind)) { nodes.add(node.id); }
    });
    return { nodes: nodes, edges: edges };
  }

  // ---- the drawing -----------------------------------------------------------------------

  var near = null; // what belongs to the selection; everything else is drawn faintly

  function trace(context, outline, x, y, radius) {
    context.beginPath();
    if (!outline.length) {
      context.arc(x, y, radius, 0, 2 * Math.PI);
    } else {
      outline.forEach(function (point, at) {
        context[at ? "lineTo" : "moveTo"](x + point[0] * radius, y + point[1] * radius);
      });
    }
    context.closePath();
  }

  function drawShape(context, node, x, y, marked) {
    var look = data.looks[node.kind];
    if (marked || node.focus) {
      trace(context, look.outline, x, y, node.size + (marked ? 7 : 4));
      context.fillStyle = marked ? "#f2b705" : PAPER;
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
    context.font = "700 " + Math.round(node.size * 0.95) + "px " + FACE;
    context.fillStyle = PAPER;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(look.letter, x, y + 1);
  }

  function drawLabel(context, node, x, y, marked) {
    context.font = (marked || node.focus ? "700 " : "400 ") + (node.focus ? 16 : 14) + "px " + FACE;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    node.lines.forEach(function (line, at) {
      var top = y + node.size + 5 + at * 17;
      context.lineWidth = 4;
      context.strokeStyle = PAPER;
      context.strokeText(line, x, top);
      context.fillStyle = INK;
      context.fillText(line, x, top);
    });
  }

  function draw(part) {
    var node = nodeOf.get(part.id);
    var faint = near && !near.has(node.id) ? 0.25 : 1;
    var marked = part.state.selected;
    return {
      drawNode: function () {
        part.ctx.globalAlpha = faint;
        drawShape(part.ctx, node, part.x, part.y, marked);
        part.ctx.globalAlpha = 1;
      },
      drawExternalLabel: function () {
        part.ctx.globalAlpha = faint;
        drawLabel(part.ctx, node, part.x, part.y, marked || part.state.hover);
        part.ctx.globalAlpha = 1;
      },
      nodeDimensions: { width: 2 * node.size, height: 2 * node.size }
    };
  }

  // Roles stand where layout.py found room along the edge, and follow when a node is dragged.
  function drawRoles(context) {
    context.font = "400 12px " + FACE;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    var parts = shownParts();
    data.edges.forEach(function (edge) {
      if (edge.spot === null || !parts.edges.has(edge.id)) { return; }
      if (!edge.written && !(near && isOfSelection(edge))) { return; }
      var end = network.getPositions([edge.from, edge.to]);
      var x = end[edge.from].x + (end[edge.to].x - end[edge.from].x) * edge.spot;
      var y = end[edge.from].y + (end[edge.to].y - end[edge.from].y) * edge.spot;
      context.globalAlpha = isOfSelection(edge) ? 1 : 0.2;
      context.lineWidth = 4;
      context.strokeStyle = PAPER;
      context.strokeText(edge.role, x, y);
      context.fillStyle = INK;
      context.fillText(edge.role, x, y);
    });
    context.globalAlpha = 1;
  }

  function isOfSelection(edge) {
    return !near || edge.id === state.edge ||
      (state.node !== null && (edge.from === state.node || edge.to === state.node));
  }

  data.nodes.forEach(function (node) { node.ctxRenderer = draw; });
  var nodes = new vis.DataSet(data.nodes);
  var edges = new vis.DataSet(data.edges);
  var holder = byId("canvas");
  var network = new vis.Network(holder, { nodes: nodes, edges: edges }, options);
  var frame = holder.querySelector(".vis-network");
  if (frame) { frame.removeAttribute("tabindex"); } // the tables are the way by keyboard

  // The page scrolls with the wheel; the drawing zooms when Ctrl is held.
  holder.addEventListener("wheel", function (event) {
    if (!event.ctrlKey) { event.stopPropagation(); }
  }, { capture: true, passive: true });

  function motion() { return calm ? false : { duration: 250, easingFunction: "easeInOutQuad" }; }

  function bounds(ids) {
    var box = [Infinity, Infinity, -Infinity, -Infinity];
    var at = network.getPositions(Array.from(ids));
    ids.forEach(function (id) {
      var own = nodeOf.get(id).box;
      box = [
        Math.min(box[0], at[id].x + own[0]), Math.min(box[1], at[id].y + own[1]),
        Math.max(box[2], at[id].x + own[2]), Math.max(box[3], at[id].y + own[3])
      ];
    });
    return box;
  }

  function showWhole() {
    var ids = shownParts().nodes;
    if (!ids.size) { return; }
    var box = bounds(ids);
    var scale = Math.min(holder.clientWidth / (box[2] - box[0] + 32), holder.clientHeight / (box[3] - box[1] + 32), 1.3);
    network.moveTo({ position: { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 }, scale: scale });
  }

  // On a small screen the whole would be too small to read: begin at what the page is about.
  function showFirst() {
    showWhole();
    if (network.getScale() >= 0.55) { return; }
    var focus = data.nodes.find(function (node) { return node.focus; }) || data.nodes[0];
    if (focus) { network.moveTo({ position: { x: focus.x, y: focus.y }, scale: 0.6 }); }
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  }

  // ---- selection: one for drawing, tables and details ------------------------------------

  function select(node, edge, where) {
    state.node = node;
    state.edge = edge;
    markDrawing();
    markTables();
    if (edge) { describeEdge(edgeOf.get(edge)); } else if (node) { describeNode(nodeOf.get(node)); }
    if (where !== "drawing") { bringIntoView(); }
    remember();
  }

  function markDrawing() {
    var parts = shownParts();
    near = null;
    if (state.edge && parts.edges.has(state.edge)) {
      near = new Set([edgeOf.get(state.edge).from, edgeOf.get(state.edge).to]);
      network.setSelection({ nodes: [], edges: [state.edge] }, { highlightEdges: false });
    } else if (state.node && parts.nodes.has(state.node)) {
      near = new Set([state.node]);
      data.edges.forEach(function (edge) {
        if (!parts.edges.has(edge.id)) { return; }
        if (edge.from === state.node) { near.add(edge.to); }
        if (edge.to === state.node) { near.add(edge.from); }
      });
      network.setSelection({ nodes: [state.node], edges: [] }, { highlightEdges: false });
    } else {
      network.unselectAll();
    }
    paintEdges(parts);
  }

  function paintEdges(parts) {
    edges.update(data.edges.map(function (edge) {
      return {
        id: edge.id,
        hidden: !parts.edges.has(edge.id),
        color: { color: edge.color, highlight: "#b26a00", hover: edge.color, opacity: !isOfSelection(edge) ? 0.15 : near || parts.edges.size < MANY ? 1 : 0.45 }
      };
    }));
  }

  function markTables() {
    document.querySelectorAll("tr[data-edge], tr[data-node]").forEach(function (row) {
      var chosen = row.dataset.edge ? row.dataset.edge === state.edge : row.dataset.node === state.node;
      if (chosen) { row.setAttribute("aria-current", "true"); } else { row.removeAttribute("aria-current"); }
      row.querySelector(".pick").setAttribute("aria-pressed", String(chosen));
    });
  }

  function bringIntoView() {
    if (state.edge) {
      var edge = edgeOf.get(state.edge);
      var from = nodeOf.get(edge.from);
      var to = nodeOf.get(edge.to);
      var middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      network.moveTo({ position: middle, scale: Math.max(network.getScale(), 0.7), animation: motion() });
    } else if (state.node) {
      network.focus(state.node, { scale: Math.max(network.getScale(), 0.8), animation: motion() });
    }
  }

  // ---- details ---------------------------------------------------------------------------

  function listOf(pairs) {
    var list = element("dl");
    pairs.forEach(function (pair) {
      if (pair[1]) { list.append(element("dt", pair[0]), element("dd", pair[1])); }
    });
    return list;
  }

  function linkTo(text, note, go) {
    var item = element("li");
    var button = element("button");
    button.type = "button";
    button.append(element("bdi", text));
    button.addEventListener("click", go);
    item.append(button);
    if (note) { item.append(element("span", note, "small")); }
    return item;
  }

  function describe(heading, parts) {
    byId("details-heading").textContent = heading;
    byId("details-body").replaceChildren.apply(byId("details-body"), parts);
  }

  function describeNode(node) {
    var kind = element("p", data.kinds[node.kind], "small");
    var own = data.edges.filter(function (edge) {
      return (edge.from === node.id || edge.to === node.id) && isEdgeShown(edge);
    });
    var links = element("ul", undefined, "links");
    own.forEach(function (edge) {
      var other = nodeOf.get(edge.from === node.id ? edge.to : edge.from);
      var unsure = edge.certain ? "" : " (formodning)";
      links.append(linkTo(other.label, edge.role + unsure, function () { select(null, edge.id, "details"); }));
    });
    var count = own.length === 1 ? "1 forbindelse" : own.length + " forbindelser";
    describe(node.label, [kind, listOf(node.notes), element("h3", count), links]);
  }

  function proofOf(proof) {
    var quote = element("blockquote");
    quote.append(element("bdi", proof.quote), element("cite", proof.place));
    return quote;
  }

  function describeEdge(edge) {
    var from = nodeOf.get(edge.from);
    var to = nodeOf.get(edge.to);
    var parts = [];
    if (!edge.certain) {
      parts.push(element("p", "Formodning: dokumenterne siger det ikke sikkert", "badge"));
    }
    parts.push(listOf([
      ["Forbindelse", edge.role], [edge.event ? "Dato" : "Fra", edge.begins], ["Slut", edge.ends], ["Status", edge.status]
    ].concat(edge.notes)));
    parts.push(element("h3", edge.proofs.length > 1 ? "Kilder" : "Kilde"));
    if (!edge.proofs.length) { parts.push(element("p", "Ingen kilde fundet.")); }
    parts.push.apply(parts, edge.proofs.map(proofOf));
    var links = element("ul", undefined, "links");
    [from, to].forEach(function (node) {
      links.append(linkTo(node.label, data.kinds[node.kind], function () { select(node.id, null, "details"); }));
    });
    parts.push(element("h3", "Se mere om"), links);
    describe(from.label + " – " + to.label, parts);
  }

  // ---- filters ---------------------------------------------------------------------------

  function apply() {
    var parts = shownParts();
    nodes.update(data.nodes.map(function (node) { return { id: node.id, hidden: !parts.nodes.has(node.id) }; }));
    markDrawing();
    document.querySelectorAll("tr[data-edge]").forEach(function (row) { row.hidden = !parts.edges.has(row.dataset.edge); });
    document.querySelectorAll("tr[data-node]").forEach(function (row) { row.hidden = !parts.nodes.has(row.dataset.node); });
    byId("status").textContent = "Viser " + parts.edges.size + " af " + data.edges.length +
      " forbindelser og " + parts.nodes.size + " af " + data.nodes.length + " navne" +
      (state.day ? " pr. " + danish(state.day) : "") + ".";
    remember();
  }

  function danish(day) {
    var part = day.split("-").map(Number);
    return part[2] + "." + part[1] + "." + part[0];
  }

  function setDay(day) {
    state.day = day;
    byId("day").value = day;
    apply();
  }

  function boxes() { return document.querySelectorAll(".legend input"); }

  function nameOfBox(box) {
    if (box.dataset.nodeKind) { return "node:" + box.dataset.nodeKind; }
    return box.dataset.edgeKind ? "edge:" + box.dataset.edgeKind : "guess";
  }

  // ---- search ----------------------------------------------------------------------------

  function fold(text) {
    return text.normalize("NFC").toLocaleLowerCase("da").replace(/[\s\-‐‑–]+/g, " ").replace(/\./g, "")
      .replace(/aa/g, "å").replace(/å/g, "aa").replace(/æ/g, "ae").replace(/ø/g, "oe").trim();
  }

  function hits(query) {
    var wanted = fold(query).split(" ");
    return data.nodes.filter(function (node) {
      var label = fold(node.label);
      return wanted.every(function (word) { return label.includes(word); });
    });
  }

  function search() {
    var query = byId("search").value;
    var found = query.trim() ? hits(query) : [];
    byId("hits").replaceChildren.apply(byId("hits"), found.slice(0, 8).map(function (node) {
      return linkTo(node.label, data.kinds[node.kind], function () { select(node.id, null, "search"); });
    }));
    byId("found").textContent = !query.trim() ? "" : found.length === 0 ? "Intet navn passer." :
      found.length > 8 ? found.length + " navne passer; de første 8 vises." :
      found.length === 1 ? "1 navn passer. Tryk Enter for at vælge det." : found.length + " navne passer.";
    return found;
  }

  // ---- sorting ---------------------------------------------------------------------------

  function sortBy(heading) {
    var at = Array.from(heading.parentNode.children).indexOf(heading);
    var up = heading.getAttribute("aria-sort") !== "ascending";
    var body = heading.closest("table").tBodies[0];
    function key(row) { return row.children[at].dataset.key; }
    var rows = Array.from(body.rows).sort(function (a, b) {
      var order = key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
      return up ? order : -order;
    });
    heading.parentNode.querySelectorAll("th").forEach(function (each) { each.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append.apply(body, rows);
  }

  // ---- the address holds what is shown ---------------------------------------------------

  function remember() {
    var kept = new URLSearchParams();
    if (state.edge || state.node) { kept.set("valgt", state.edge || state.node); }
    if (state.day) { kept.set("dato", state.day); }
    if (state.hidden.size) { kept.set("skjult", Array.from(state.hidden).sort().join(",")); }
    var text = kept.toString();
    try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch (error) { /* some viewers forbid it */ }
  }

  function recall() {
    var kept = new URLSearchParams(location.hash.slice(1));
    if (kept.has("dato") && /^\d{4}-\d{2}-\d{2}$/.test(kept.get("dato"))) { state.day = kept.get("dato"); }
    if (kept.has("skjult")) { kept.get("skjult").split(",").forEach(function (name) { state.hidden.add(name); }); }
    boxes().forEach(function (box) { box.checked = !state.hidden.has(nameOfBox(box)); });
    var chosen = kept.get("valgt");
    byId("day").value = state.day;
    apply();
    if (edgeOf.has(chosen)) { select(null, chosen, "drawing"); } else if (nodeOf.has(chosen)) { select(chosen, null, "drawing"); }
  }

  // ---- saving the picture ----------------------------------------------------------------

  function save() {
    var drawn = holder.querySelector("canvas");
    var paper = document.createElement("canvas");
    paper.width = drawn.width;
    paper.height = drawn.height;
    var context = paper.getContext("2d");
    context.fillStyle = PAPER;
    context.fillRect(0, 0, paper.width, paper.height);
    context.drawImage(drawn, 0, 0);
    paper.toBlob(function (blob) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = "netværk.png";
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
  }

  // ---- wiring ----------------------------------------------------------------------------

  network.on("afterDrawing", drawRoles);
  network.on("click", function (event) {
    if (event.nodes.length) { select(event.nodes[0], null, "drawing"); }
    else if (event.edges.length) { select(null, event.edges[0], "drawing"); }
    else { select(null, null, "drawing"); }
  });
  network.on("hoverNode", function () { holder.classList.add("over"); });
  network.on("blurNode", function () { holder.classList.remove("over"); });
  document.querySelectorAll(".pick").forEach(function (button) {
    button.addEventListener("click", function () {
      var row = button.closest("tr");
      select(row.dataset.node || null, row.dataset.edge || null, "table");
    });
  });
  document.querySelectorAll(".sort").forEach(function (button) {
    button.addEventListener("click", function () { sortBy(button.closest("th")); });
  });
  boxes().forEach(function (box) {
    box.addEventListener("change", function () {
      state.hidden[box.checked ? "delete" : "add"](nameOfBox(box));
      apply();
    });
  });
  byId("controls").addEventListener("submit", function (event) {
    event.preventDefault();
    var found = search();
    if (found.length) { select(found[0].id, null, "search"); }
  });
  byId("search").addEventListener("input", search);
  byId("day").addEventListener("change", function () { setDay(byId("day").value); });
  byId("any-day").addEventListener("click", function () { setDay(""); });
  if (byId("latest")) { byId("latest").addEventListener("click", function () { setDay(byId("latest").dataset.day); }); }
  byId("closer").addEventListener("click", function () { zoom(1.3); });
  byId("farther").addEventListener("click", function () { zoom(1 / 1.3); });
  byId("whole").addEventListener("click", showWhole);
  byId("save").addEventListener("click", save);

  recall();
  showFirst();
  window.netvaerk = { nodes: nodes, edges: edges, network: network, state: state };
})();
