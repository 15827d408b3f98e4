// Dropping files on the page that takes them, and following work that goes on. Both work without this.

const MEGABYTE = 1024 * 1024;

/** Files may be dropped anywhere on the form; too large ones are told before they are sent. */
function takeDrops(form) {
  const input = form.querySelector("input[type=file]");
  const problem = form.querySelector(".problem");
  const limits = { part: +form.dataset.part, whole: +form.dataset.whole, files: +form.dataset.files };
  const tell = (text) => {
    problem.hidden = !text;
    problem.textContent = text;
    return !text;
  };

  function fits(files) {
    const large = files.filter((file) => file.size > limits.part).map((file) => file.name);
    const sum = files.reduce((size, file) => size + file.size, 0);
    if (large.length) return tell(`Større end ${limits.part / MEGABYTE} MB: ${large.join(", ")}`);
    if (files.length > limits.files) return tell(`Vælg højst ${limits.files} filer ad gangen.`);
    if (sum > limits.whole) return tell(`Filerne fylder tilsammen mere end ${limits.whole / MEGABYTE} MB. Vælg færre.`);
    return tell("");
  }

  form.querySelector(".dropword").hidden = false;
  form.addEventListener("submit", (event) => {
    if (!fits([...input.files])) event.preventDefault();
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

/** Ask how far the work is until it is over; then the same address leads on. */
async function follow(bar) {
  const step = document.querySelector("[data-step]");
  const count = document.querySelector("[data-count]");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = await fetch("/bygning.json").catch(() => null);
    if (!answer?.ok) continue; // stopped for a moment, or for good: then the page says what was last known
    const told = await answer.json();
    if (!told.running) break;
    step.textContent = told.step || "Begynder";
    count.textContent = told.total ? `${told.done} af ${told.total}` : "";
    if (told.total) {
      bar.max = told.total;
      bar.value = told.done;
    } else {
      bar.removeAttribute("value");
    }
  }
  location.reload();
}

const form = document.querySelector("form.drop");
const bar = document.querySelector("progress");
if (form) takeDrops(form);
if (bar) follow(bar);
