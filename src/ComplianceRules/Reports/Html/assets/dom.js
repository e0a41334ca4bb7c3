// Elements are built, never parsed: whatever comes from data is text.

function el(name, props, ...children) {
  const node = document.createElement(name);
  set(node, props);
  return add(node, ...children);
}

function svg(name, props, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  set(node, props);
  return add(node, ...children);
}

function set(node, props) {
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
}

// A name that turns the line around would turn its neighbours around.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

function add(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(child instanceof Node ? child : String(child).replace(TURNS, '\ufffd'));
  }
  return node;
}

function fill(node, ...children) {
  node.replaceChildren();
  return add(node, ...children);
}

// A content-security policy without inline styles lets scripts set single properties.
function width(node, share) {
  node.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return node;
}

function link(route, text, props) {
  return el('a', { ...props, href: route }, text);
}

function hidden(text) {
  return el('span', { class: 'unseen' }, text);
}

function debounce(wait, action) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), wait);
  };
}
