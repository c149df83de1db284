// Where we are: whose page this is, and the making of what no page brought along.
export const me = () => ({ person: document.body.dataset.person ?? "", cooperative: document.body.dataset.cooperative ?? "", to: document.body.dataset.outbox ?? "" });

// An icon of the sprite that the page itself uses.
export function icon(name) {
  const sprite = document.querySelector("svg.icon use")?.getAttribute("href").split("#")[0];
  const template = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  template.setAttribute("class", "icon");
  template.setAttribute("aria-hidden", "true");
  template.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  template.firstChild.setAttribute("href", `${sprite}#${name}`);
  return template;
}
// make("p", {class: "note"}, "text", other)
export function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}
