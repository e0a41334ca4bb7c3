// On paper: the page as it stands, and of the findings asked for as many as anybody reads.

const PRINTED = 500;

function printed() {
  const { findings, found } = report;
  if (!findings || !found || parseRoute(location.hash).page !== 'findings') return null;
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
