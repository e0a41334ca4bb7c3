// Bars of HTML: a list that any reader can read, with lengths beside the numbers.

// Items: { label, note, route, parts: [{ value, kind, title }], total }
function barList(items, most, emptyText) {
  if (items.length === 0) return el('p', { class: 'quiet' }, emptyText);
  const top = most ?? Math.max(1, ...items.map((item) => item.parts.reduce((sum, part) => sum + part.value, 0)));
  return el('ol', { class: 'bars' }, items.map((item) => el('li', null, barRow(item, top))));
}

function barRow(item, top) {
  const label = item.route ? link(item.route, item.label, { class: 'bar-label', title: item.label }) : el('span', { class: 'bar-label', title: item.label }, item.label);
  const track = el('span', { class: 'bar-track', 'aria-hidden': 'true' },
    item.parts.filter((part) => part.value > 0).map((part) => width(el('span', { class: `bar ${part.kind}`, title: part.title }), part.value / top)));
  return [label, track, el('span', { class: 'bar-count' }, item.total, item.note ? el('span', { class: 'bar-note' }, item.note) : null)];
}

// One bar that is the whole, with its parts named below.
function wholeBar(parts, label) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const track = el('div', { class: 'whole', 'aria-hidden': 'true' },
    parts.filter((part) => part.value > 0).map((part) => width(el('span', { class: `bar ${part.kind}` }), part.value / total)));
  const items = parts.map((part) => el('li', null,
    el('span', { class: `swatch ${part.kind}`, 'aria-hidden': 'true' }),
    part.route ? link(part.route, part.title) : el('span', null, part.title),
    el('b', null, part.text ?? number(part.value)),
    el('span', { class: 'quiet' }, percent(part.value, total))));
  return el('div', { class: 'whole-chart', role: 'group', 'aria-label': label }, track, el('ul', { class: 'legend' }, items));
}
