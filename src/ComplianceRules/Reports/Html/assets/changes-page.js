// What became of the findings of an earlier assessment.

const RISEN = ['new', 'worse', 'newlyUnknown'];
const FALLEN = ['fixed', 'better', 'decided'];
const CHANGES_AT_ONCE = 200;

function trendCount(counts, trend) {
  return counts[TRENDS.indexOf(trend)];
}

function changesCard(comparison) {
  return card(say('changes.since', comparison.before), trendTiles(comparison.counts), el('p', null, link(routeTo('changes'), say('toChanges'))));
}

function trendTiles(counts) {
  const main = ['new', 'worse', 'stillOpen', 'better', 'fixed'];
  return el('ul', { class: 'tiles' }, main.map((trend) => el('li', { class: 'tile' },
    el('span', { class: `tile-name trend-chip ${trend}` }, say(`trend.${trend}`)), el('span', { class: 'tile-count' }, number(trendCount(counts, trend))))));
}

function changesPage() {
  const { comparison, asOf } = report.head;
  if (!comparison) return el('div', null, pageHead(say('nav.changes')), el('p', { class: 'quiet' }, say('changes.none')));
  const rest = TRENDS.filter((t) => !['new', 'worse', 'stillOpen', 'better', 'fixed'].includes(t) && trendCount(comparison.counts, t) > 0);
  return el('div', null,
    pageHead(say('nav.changes'), el('p', { class: 'lead' }, say('changes.lead', comparison.before, asOf))),
    comparison.cautions.map((caution) => el('p', { class: 'notice' }, say(`caution.${caution}`))),
    el('section', { class: 'card' }, el('h2', null, say('changes.all')), trendTiles(comparison.counts),
      rest.length > 0 ? el('ul', { class: 'legend inline' }, rest.map((t) => el('li', null, `${say(`trend.${t}`)}${say('colon')}${number(trendCount(comparison.counts, t))}`))) : null),
    el('div', { class: 'columns top-aligned' }, trendTable(say('byRule'), say('rule'), comparison.rules.map(([id, title, counts]) => [pick(title, id), routeTo('findings', '', { rule: id }), counts])),
      trendTable(say('byRegion'), say('region'), fromWidest(comparison.regions).map(([code, name, counts]) => [trendRegion(code, name), code ? routeTo('findings', '', { region: code }) : null, counts]))),
    endedCard(comparison), personTrends(comparison));
}

// A region stands before those below it.
function fromWidest(regions) {
  const { schools } = report;
  const depth = ([code]) => {
    const known = schools?.regions.findIndex((r) => r.code === code) ?? -1;
    return known < 0 ? Infinity : schools.above(known).length;
  };
  return regions.map((region) => [region, depth(region)]).sort((a, b) => (a[1] === b[1] ? 0 : a[1] - b[1])).map(([region]) => region);
}

function trendRegion(code, name) {
  const known = report.schools?.regions.findIndex((r) => r.code === code) ?? -1;
  return name ?? (known >= 0 ? report.schools.regionName(known) : code ?? say('noRegion'));
}

function trendTable(title, column, rows) {
  const isUnknown = rows.some(([, , counts]) => trendCount(counts, 'newlyUnknown') > 0);
  const shownTrends = ['new', 'worse', ...(isUnknown ? ['newlyUnknown'] : []), 'stillOpen', 'better', 'fixed'];
  const weight = (counts) => RISEN.reduce((sum, t) => sum + trendCount(counts, t), 0) * 1000 + FALLEN.reduce((sum, t) => sum + trendCount(counts, t), 0);
  const sorted = rows.filter(([, , counts]) => shownTrends.some((t) => trendCount(counts, t) > 0)).sort((a, b) => weight(b[2]) - weight(a[2]));
  const some = sorted.slice(0, CHANGES_AT_ONCE);
  if (some.length === 0) return card(title, el('p', { class: 'quiet' }, say('nothing')));
  const heads = [{ title: column }, ...shownTrends.map((t) => ({ title: say(`trend.${t}`), class: 'right' }))];
  return card(title, dataTable(title, heads, some.map(([text, route, counts]) => [route ? link(route, text) : text, ...shownTrends.map((t) => number(trendCount(counts, t)))])),
    sorted.length > some.length ? el('p', { class: 'notice' }, say('first', number(some.length), number(sorted.length))) : null);
}

// What is not among the findings any more.
function endedCard(comparison) {
  if (comparison.ended.length === 0) return null;
  const some = comparison.ended.slice(0, CHANGES_AT_ONCE);
  const rule = (id) => pick(comparison.rules.find((r) => r[0] === id)?.[1], id);
  return card(say('ended'), el('p', { class: 'quiet' }, say('ended.about')),
    dataTable(say('ended'), [{ title: say('rule') }, { title: say('subject') }, { title: say('trend') }], some.map(([id, trend, name]) =>
      [rule(id), name, el('span', { class: `trend-chip ${TRENDS[trend]}` }, say(`trend.${TRENDS[trend]}`))])),
    comparison.endedCount > some.length ? el('p', { class: 'notice' }, say('first', number(some.length), number(comparison.endedCount))) : null);
}

// Both counts side by side: their difference could tell of single persons.
function personTrends(comparison) {
  if (comparison.persons.length === 0) return null;
  const cell = (count) => (count === null ? '–' : shown(count));
  return card(say('persons'), dataTable(say('persons'), [{ title: say('rule') }, { title: say('changes.before'), class: 'right' }, { title: say('changes.after'), class: 'right' }],
    comparison.persons.map(([id, title, before, after]) => [pick(title, id), cell(before), cell(after)])));
}
