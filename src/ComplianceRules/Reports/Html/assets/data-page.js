// What lies behind the findings: the data and its problems, persons, waivers, rules that are not in force, packs.

function dataPage() {
  const { head } = report;
  return el('div', null,
    pageHead(say('nav.data'), el('p', { class: 'lead' }, say('data.lead'))),
    dataCard(say('data'), head.data), head.previousData ? dataCard(say('data.previous'), head.previousData) : null,
    personsCard(head), waiversCard(head), notInForceCard(head),
    card(say('packs'), packTable(head.packs)), listingNote(head));
}

function dataCard(title, data) {
  const rows = data.rows.map(([table, count]) => [tableName(table), el('code', null, table), shown(count)]);
  const notes = [];
  if (data.filtered > 0) notes.push(say('data.filtered', number(data.filtered)));
  if (data.schoolsWithoutRegion > 0) notes.push(say('data.noRegion', number(data.schoolsWithoutRegion)));
  if (data.unreported.length > 0) notes.push(`${say('data.unreported')}${say('colon')}${list(data.unreported)}`);
  return card(title, dataTable(title, [{ title: say('data.table') }, { title: say('data.name') }, { title: say('data.rows'), class: 'right' }], rows),
    notes.map((text) => el('p', { class: 'notice' }, text)),
    problems(say('data.skipped'), data.skipped, data.skippedCount), problems(say('data.issues'), data.issues, data.issuesCount));
}

// Of very many the report carries the first, and how many there are.
function problems(title, items, count) {
  if (items.length === 0) return el('p', { class: 'quiet' }, `${title}${say('colon')}${say('none')}`);
  return el('details', { open: count <= 10 }, el('summary', null, `${title} (${number(count)})`),
    dataTable(title, [{ title: say('data.place') }, { title: say('data.code') }, { title: say('sentence') }], items.map(([code, place, message]) => [place ?? '–', el('code', null, code), pick(message)])),
    count > items.length ? el('p', { class: 'notice' }, say('first', number(items.length), number(count))) : null);
}

function personsCard(head) {
  if (head.persons.length === 0) return null;
  const rule = (id) => pick(head.rules.find((r) => r.rule === id)?.title, id);
  return card(say('persons'), el('p', { class: 'quiet' }, say('persons.about')),
    dataTable(say('persons'), [{ title: say('rule') }, { title: say('persons.below') }, { title: say('verdict') }, { title: say('persons.count'), class: 'right' }],
      head.persons.map((p) => [rule(p.rule), p.id ? `${p.name ?? p.id}` : '–', verdictBadge(p.verdict, p.severity), shown(p.rows)])),
    head.personsCount > head.persons.length ? el('p', { class: 'notice' }, say('first', number(head.persons.length), number(head.personsCount))) : null);
}

function waiversCard(head) {
  if (head.waivers.length === 0) return card(say('waivers'), el('p', { class: 'quiet' }, say('waivers.none')));
  return card(say('waivers'), el('ul', { class: 'waivers' }, head.waivers.map((w) => el('li', null, waiverFacts(w),
    el('p', null, w.breaches === undefined ? say('waivers.noCount') : say('waivers.breaches', number(w.breaches)), w.issues.map((issue) => el('span', { class: 'note-chip' }, say(`waiverIssue.${issue}`))))))));
}

function notInForceCard(head) {
  if (head.notInForce.length === 0) return null;
  return card(say('notInForce'), el('p', { class: 'quiet' }, say('notInForce.about', head.asOf)),
    el('details', null, el('summary', null, say('rulesCount', number(head.notInForce.length))), el('ul', { class: 'codes' }, head.notInForce.map((rule) => el('li', null, el('code', null, rule))))));
}
