// The day that is shown: typed, or with the slider from one change to the next.

class Days {
  constructor(page) {
    this.page = page;
    this.slider = byId("slider");
    this.stops = this.slider ? JSON.parse(this.slider.dataset.stops) : [];
    byId("day").addEventListener("change", () => page.change({ day: byId("day").value }));
    byId("any-day").addEventListener("click", () => page.change({ day: "" }));
    for (const jump of document.querySelectorAll("[data-jump]")) {
      jump.addEventListener("click", () => page.change({ day: jump.dataset.jump }));
    }
    if (!this.slider) return;
    this.slider.addEventListener("input", () => page.preview({ day: this.stops[this.slider.value] }));
    this.slider.addEventListener("change", () => page.settle({ day: this.stops[this.slider.value] }));
  }

  show(state) {
    byId("day").value = state.day;
    for (const jump of document.querySelectorAll("[data-jump]")) {
      jump.setAttribute("aria-pressed", String(jump.dataset.jump === state.day));
    }
    if (!this.slider) return;
    const later = this.stops.findIndex((stop) => stop > state.day);
    this.slider.value = String(!state.day || later < 0 ? this.stops.length - 1 : Math.max(0, later - 1));
    this.slider.setAttribute("aria-valuetext", state.day ? danish(state.day) : "alle datoer");
    byId("slider-day").textContent = state.day ? `pr. ${danish(state.day)}` : "alle datoer";
  }
}
