// Small ways to make and find elements. Text is only ever set as text.

const byId = (id) => document.getElementById(id);

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text, press, className) {
  const made = element("button", undefined, className);
  made.type = "button";
  made.append(element("bdi", text));
  made.addEventListener("click", press);
  return made;
}

/** The library that draws: from the own server, or kept in the file as text until it is wanted. */
function library() {
  const address = byId("explorer").dataset.library;
  const script = element("script");
  if (!address) {
    script.textContent = byId("library").textContent;
    document.head.append(script);
    return Promise.resolve();
  }
  script.src = address;
  return new Promise((done, failed) => {
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
}

/** A list item with a button, and a note beside it. */
function linkTo(text, note, go) {
  const item = element("li");
  item.append(button(text, go));
  if (note) item.append(element("span", note, "small"));
  return item;
}

/** "2025-10-24" as "24.10.2025". */
const danish = (day) => day.split("-").reverse().join(".");

const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
