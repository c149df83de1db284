// A member found while one types. Without script the plain list inside does the same work.
class Picker extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("select");
    if (!this.list || this.box) return;
    this.box = document.createElement("input");
    this.box.type = "text";
    this.box.autocomplete = "off";
    this.answers = document.createElement("div");
    this.answers.className = "answers";
    this.answers.id = `${this.list.id}-answers`;
    this.answers.setAttribute("role", "listbox");
    this.answers.setAttribute("aria-label", this.list.options[0]?.text ?? "");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": this.answers.id, "aria-autocomplete": "list" })) this.box.setAttribute(name, value);
    this.box.id = this.list.id;
    this.box.placeholder = this.list.options[0]?.text ?? "";
    this.box.value = this.list.value ? this.list.selectedOptions[0].text : "";
    for (const name of ["aria-describedby", "aria-invalid"]) if (this.list.hasAttribute(name)) this.box.setAttribute(name, this.list.getAttribute(name));
    this.list.removeAttribute("id");
    this.list.hidden = true;
    this.list.required = false;
    this.append(this.box, this.answers);
    if (this.list.autofocus && [document.body, this.list].includes(document.activeElement)) this.box.focus(); // not away from where one writes
    this.box.addEventListener("input", () => this.ask());
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("blur", () => setTimeout(() => document.activeElement === this.box || this.close(), 180)); // not when one is back
    this.answers.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.choose(event.target.closest("[role=option]"));
    });
  }

  ask() {
    this.list.value = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const words = this.box.value.trim();
      if (!words) return this.close();
      this.show(this.dataset.url ? await this.fetched(words) : this.matching(words));
    }, this.dataset.url ? 160 : 0);
  }

  async fetched(words) {
    const answer = await fetch(`${this.dataset.url}?q=${encodeURIComponent(words)}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok) return this.matching(words); // no line: the names that the page brought along
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelectorAll("[role=option]")];
  }

  matching(words) {
    const parts = words.toLowerCase().split(/\s+/);
    return [...this.list.options].filter((o) => o.value && parts.every((p) => o.text.toLowerCase().includes(p))).slice(0, 12).map((o) => {
      const row = document.createElement("div");
      row.setAttribute("role", "option");
      row.dataset.value = o.value;
      row.dataset.label = row.textContent = o.text;
      return row;
    });
  }

  show(rows) {
    rows.forEach((row, i) => { row.id = `${this.answers.id}-${i}`; row.setAttribute("aria-selected", "false"); });
    this.answers.replaceChildren(...rows);
    this.box.setAttribute("aria-expanded", String(rows.length > 0));
    this.mark(rows.length ? 0 : -1);
  }

  mark(at) {
    const rows = [...this.answers.children];
    rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    if (rows[at]) { this.box.setAttribute("aria-activedescendant", rows[at].id); rows[at].scrollIntoView({ block: "nearest" }); }
    else this.box.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const rows = [...this.answers.children];
    const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" && rows.length) this.mark((at + 1) % rows.length);
    else if (event.key === "ArrowUp" && rows.length) this.mark((at + rows.length - 1) % rows.length);
    else if (event.key === "Enter" && rows[at]) this.choose(rows[at]);
    else if (event.key === "Escape" && rows.length) this.close();
    else return;
    event.preventDefault();
  }

  choose(row) {
    if (!row?.dataset.value) return;
    const { value, label } = row.dataset;
    if (![...this.list.options].some((o) => o.value === value)) this.list.add(new Option(label, value));
    this.list.value = value;
    this.box.value = label;
    this.close();
    this.list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    this.answers.replaceChildren();
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }
}
customElements.define("lumbung-picker", Picker);
