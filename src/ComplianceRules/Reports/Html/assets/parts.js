// Small pieces that several pages are made of.

const VERDICT_ORDER = ['NonCompliant', 'Undetermined', 'Waived', 'Compliant', 'NotApplicable'];
const SEVERITY_ORDER = ['violation', 'warning', 'advice', 'progress'];

function verdictBadge(verdict, severity) {
  const name = VERDICTS[verdict];
  const kind = verdict === BROKEN ? SEVERITIES[severity] : name;
  return el('span', { class: `badge ${kind}` }, verdict === BROKEN ? say(`severity.${kind}`) : say(`verdict.${name}`));
}

function certaintyNote(source) {
  return source.certainty === 'read' ? null : el('span', { class: 'note-chip' }, say(`certainty.${source.certainty}`));
}

function card(title, ...content) {
  return el('section', { class: 'card' }, el('h2', null, title), content);
}

function breadcrumbs(items) {
  return el('nav', { 'aria-label': say('path'), class: 'crumbs' }, el('ol', null, items.map(([text, route]) =>
    el('li', null, route ? link(route, text) : el('span', { 'aria-current': 'page' }, text)))));
}

function dataTable(caption, heads, rows, props) {
  return el('div', { class: 'scroll-x', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', { class: 'plain', ...props }, el('caption', { class: 'unseen' }, caption),
      el('thead', null, el('tr', null, heads.map((h) => el('th', { scope: 'col', class: h.class }, h.title ?? h)))),
      el('tbody', null, rows.map((cells) => el('tr', null, cells.map((cell, i) =>
        el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: heads[i].class }, cell)))))));
}

function field(label, control) {
  return el('label', { class: 'field' }, el('span', null, label), control);
}

function select(options, value, onchange) {
  const node = el('select', { onchange: () => onchange(node.value) }, options.map(([key, text]) => el('option', { value: key, selected: key === value }, text)));
  return node;
}

// Buttons of which some are pressed; the same as a list of check boxes, and quicker.
function toggles(label, items, chosen, onchange) {
  return el('div', { class: 'toggles', role: 'group', 'aria-label': label }, items.map(([key, text, kind]) => {
    const button = el('button', { type: 'button', 'aria-pressed': String(chosen.includes(key)), class: kind ? `toggle ${kind}` : 'toggle', onclick: () => {
      onchange(chosen.includes(key) ? chosen.filter((k) => k !== key) : [...chosen, key]);
    } }, kind ? el('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }) : null, text);
    return button;
  }));
}

function choice(label, items, chosen, onchange) {
  return el('div', { class: 'toggles', role: 'group', 'aria-label': label }, items.map(([key, text]) =>
    el('button', { type: 'button', class: 'toggle', 'aria-pressed': String(key === chosen), onclick: () => onchange(key) }, text)));
}

function pageHead(title, ...more) {
  return el('header', { class: 'page-head' }, el('h1', null, title), more);
}

// A title within a title stands in single marks.
function quoted(title) {
  return isChinese() ? `《${pick(title).replaceAll('《', '〈').replaceAll('》', '〉')}》` : pick(title);
}

// A law on one line.
function citation(source) {
  const title = quoted(source.title);
  const issuer = pick(source.issuer);
  const parts = isChinese()
    ? [issuer, title, source.number && ` ${source.number}`, source.clause && ` 条款 ${source.clause}`]
    : [issuer && `${issuer}: `, title, source.number && `, ${source.number}`, source.clause && `, clause ${source.clause}`];
  return parts.filter(Boolean).join('');
}

function packName(id) {
  const pack = report.head.packs.find((p) => p.id === id);
  return pack ? `${id} ${pack.version}` : id;
}
