/** Makes an element of text and other elements; what is missing is left out. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children.filter(Boolean));
  return made;
}
