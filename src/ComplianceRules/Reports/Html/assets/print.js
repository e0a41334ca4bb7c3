// On paper: the page as it stands, of the findings asked for as many as anybody reads, and the heat map as a table.

const PRINTED = 500;

function printed() {
  const route = parseRoute(location.hash);
  if (route.page === 'findings') return printedFindings();
  return route.page === 'map' && route.filter.view !== 'table' ? printedMap(route) : null;
}

function printedMap(route) {
  if (!report.schools || report.schools.areas.length === 0) return null;
  const group = mapGroup(route);
  const rows = mapRows(group, route);
  if (rows.length === 0) return null;
  const some = rows.slice(0, PRINTED);
  return el('section', { class: 'printed' }, rows.length > some.length ? el('p', null, say('first', number(some.length), number(rows.length))) : null,
    mapCells(some, mapCell(route.filter.by === 'share' ? 'share' : 'gravest'), group));
}

function printedFindings() {
  const { findings, found } = report;
  if (!findings || !found) return null;
  const some = [...found.slice(0, PRINTED)];
  const heads = findingColumns().map((c) => ({ title: c.title }));
  return el('section', { class: 'printed' },
    el('p', null, found.length > some.length ? say('first', number(some.length), number(found.length)) : say('found', number(found.length), number(findings.count))),
    dataTable(say('nav.findings'), heads, some.map((i) => findingCells(i).map((cell) => cell))));
}

function preparePrint() {
  const place = document.getElementById('print');
  addEventListener('beforeprint', () => fill(place, printed()));
  addEventListener('afterprint', () => fill(place));
}
