// Schools (or regions) by areas.

function mapPage(route) {
  const { schools } = report;
  const by = route.filter.by === 'share' ? 'share' : 'gravest';
  const group = mapGroup(route);
  const rows = mapRows(group, route);
  const go = (change) => { location.hash = routeTo('map', '', { ...route.filter, ...change }); };
  const head = pageHead(say('nav.map'), el('p', { class: 'lead' }, say('map.lead')));
  const tools = el('div', { class: 'tools-row' },
    choice(say('map.colour'), [['gravest', say('map.gravest')], ['share', say('map.share')]], by, (value) => go({ by: value })),
    choice(say('map.rows'), [['school', say('schools')], ['region', say('nav.regions')]], group, (value) => go({ group: value })),
    field(say('region'), select([['', say('all')], ...schools.regionChoices()], route.filter.region ?? '', (value) => go({ region: value }))),
    choice(say('map.view'), [['', say('map.picture')], ['table', say('map.table')]], route.filter.view ?? '', (value) => go({ view: value })));
  const cell = mapCell(by);
  const derived = schools.isDerived ? el('p', { class: 'notice' }, say('derived')) : null;
  if (schools.areas.length === 0 || rows.length === 0) return el('div', null, head, tools, el('p', { class: 'quiet' }, say('nothing')));
  if (route.filter.view === 'table') return el('div', null, head, tools, derived, mapTable(rows, cell, route));
  const map = new HeatMap({
    rows, columns: schools.areas.map((_, a) => schools.areaName(a)), cell, label: say('map.label', number(rows.length), number(schools.areas.length)),
    rowName: (row) => row.name(), describe: (row, area) => describeCell(row, area), onOpen: (row, area) => openCell(row, area),
  });
  closing(() => map.close());
  const page = el('div', { class: 'fills' }, head, tools, derived, mapLegend(by), map.node, el('p', { id: 'map-help', class: 'quiet' }, say('map.help')));
  return page;
}

function mapGroup(route) {
  return route.filter.group ?? (report.schools.count > 2000 ? 'region' : 'school');
}

function mapRows(group, route) {
  return group === 'region' ? regionRows(route.filter.region) : schoolRows(route.filter.region, route.filter.q);
}

function schoolRows(region, query) {
  const { schools } = report;
  const at = region ? schools.regions.findIndex((r) => r.code === region) : -1;
  const all = at >= 0 ? schools.schoolsBelow(at) : Array.from({ length: schools.count }, (_, i) => i);
  const gravity = new Float64Array(schools.count);
  for (const school of all) {
    const sum = schools.tally([school]);
    gravity[school] = sum.gravest * 1e9 + sum.broken * 1e3 + Math.min(999, sum.open);
  }
  return all.filter((s) => !query || schools.name(s).includes(query)).sort((a, b) => gravity[b] - gravity[a] || a - b).map((school) => ({
    key: `s${school}`, name: () => schools.name(school), tally: (area) => schools.tally([school], area), filter: { school: schools.ids[school] },
  }));
}

// The regions right below the one asked for that have schools.
function regionRows(code) {
  const { schools } = report;
  const at = code ? schools.regions.findIndex((r) => r.code === code) : -1;
  const below = at >= 0 ? schools.below(at).slice(1) : schools.regions.map((_, i) => i);
  const rows = below.map((region) => ({ region, all: schools.schoolsBelow(region), own: schools.regions[region].schools.length }));
  const innermost = rows.filter((r) => r.own > 0);
  return (innermost.length > 0 ? innermost : at >= 0 ? [{ region: at, all: schools.schoolsBelow(at) }] : []).map(({ region, all }) => {
    const known = new Map();
    const tally = (area) => {
      if (!known.has(area)) known.set(area, schools.tally(all, area));
      return known.get(area);
    };
    return { key: `r${region}`, name: () => schools.regionName(region), tally, filter: { region: schools.regions[region].code } };
  });
}

function mapCell(by) {
  return (row, area) => {
    const t = row.tally(area);
    if (t.broken > 0) {
      const share = t.broken / Math.max(1, t.broken + t.kept + t.open + t.waived);
      if (by === 'share') return { kind: 'broken', grade: share >= 0.5 ? 4 : share >= 0.2 ? 3 : share >= 0.05 ? 2 : 1, letter: `${Math.max(1, Math.floor(share * 100))}` };
      return { kind: 'broken', grade: t.gravest, letter: say(`letter.${SEVERITIES[t.gravest - 1]}`) };
    }
    if (t.open > 0) return { kind: 'open', letter: '' };
    if (t.waived > 0) return { kind: 'waived', letter: say('letter.Waived') };
    return { kind: t.kept > 0 ? 'kept' : 'none', letter: '' };
  };
}

function cellWords(row, area) {
  const t = row.tally(area);
  const parts = [];
  if (t.broken > 0) parts.push(say('cell.broken', number(t.broken), say(`severity.${SEVERITIES[t.gravest - 1]}`)));
  if (t.open > 0) parts.push(say('cell.open', number(t.open)));
  if (t.waived > 0) parts.push(say('cell.waived', number(t.waived)));
  if (t.kept > 0) parts.push(say('cell.kept', number(t.kept)));
  return parts.length > 0 ? list(parts) : say('cell.none');
}

function describeCell(row, area) {
  if (area < 0) return `${row.name()}${say('colon')}${cellWords(row, -1)}`;
  return `${row.name()} · ${report.schools.areaName(area)}${say('colon')}${cellWords(row, area)}`;
}

// The name of a region leads to its schools, everything else to the findings.
function openCell(row, area) {
  if (area < 0 && row.filter.region) {
    location.hash = routeTo('map', '', { region: row.filter.region, group: 'school' });
    return;
  }
  location.hash = routeTo('findings', '', { ...row.filter, area: area >= 0 ? report.schools.areas[area][0] : '' });
}

function mapLegend(by) {
  const grades = by === 'share'
    ? [['violation', '≥ 50%'], ['warning', '20–50%'], ['advice', '5–20%'], ['progress', '< 5%']]
    : SEVERITY_ORDER.map((s) => [s, `${say(`letter.${s}`)} ${say(`severity.${s}`)}`]);
  const rest = [['map-open', say('verdict.Undetermined')], ['Waived', `${say('letter.Waived')} ${say('verdict.Waived')}`], ['map-kept', say('map.kept')], ['map-none', say('cell.none')]];
  return el('ul', { class: 'legend inline' }, [...grades, ...rest].map(([kind, text]) => el('li', null, el('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), text)));
}

const MAP_PAGE = 50;

// The same as a table of text, some rows at a time.
function mapTable(rows, cell, route) {
  const first = Math.max(0, Math.min(rows.length - 1, Number(route.filter.sort) || 0));
  const part = rows.slice(first, first + MAP_PAGE);
  const step = (to, key) => (to < 0 || to >= rows.length ? null : link(routeTo('map', '', { ...route.filter, sort: String(to) }), say(key), { class: 'button' }));
  return el('div', null, el('section', { class: 'card' }, mapCells(part, cell, mapGroup(route))),
    el('p', { class: 'pager' }, step(first - MAP_PAGE, 'before'), el('span', null, say('rowsOf', number(first + 1), number(first + part.length), number(rows.length))), step(first + MAP_PAGE, 'after')));
}

function mapCells(part, cell, group) {
  const { schools } = report;
  const heads = [{ title: group === 'region' ? say('region') : say('school') }, ...schools.areas.map((_, a) => ({ title: schools.areaName(a), class: 'middle' }))];
  const body = part.map((row) => [
    link(routeTo('findings', '', row.filter), row.name()),
    ...schools.areas.map((_, a) => {
      const look = cell(row, a);
      const kind = look.kind === 'broken' ? SEVERITIES[look.grade - 1] : { open: 'Undetermined', waived: 'Waived', kept: 'Compliant' }[look.kind];
      const words = cellWords(row, a);
      return el('span', { class: kind ? `map-word badge ${kind}` : 'map-word', title: words }, look.kind === 'broken' ? number(row.tally(a).broken) : look.kind === 'none' ? '–' : say(`short.${kind}`), hidden(words));
    }),
  ]);
  return dataTable(say('nav.map'), heads, body, { class: 'plain map-table' });
}
