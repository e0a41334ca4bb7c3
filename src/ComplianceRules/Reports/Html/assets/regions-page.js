// From the nation down to schools.

function regionsPage(route) {
  const { schools } = report;
  const known = schools.regions.findIndex((r) => r.code === route.item);
  const at = known >= 0 ? known : topRegion(schools);
  if (at < 0) return el('div', null, pageHead(say('nav.regions')), el('p', { class: 'quiet' }, say('regions.none')), schoolTable(Array.from({ length: schools.count }, (_, i) => i)));
  const region = schools.regions[at];
  const all = schools.schoolsBelow(at);
  const children = region.children.map((child) => ({ child, schools: schools.schoolsBelow(child) })).filter((c) => c.schools.length > 0)
    .map((c) => ({ ...c, sum: schools.tally(c.schools) })).sort((a, b) => b.sum.violating / b.schools.length - a.sum.violating / a.schools.length || b.sum.broken - a.sum.broken);
  const crumbs = schools.above(at).map((r) => [schools.regionName(r), r === at ? null : routeTo('regions', schools.regions[r].code)]);
  const sum = schools.tally(all);
  return el('div', null, breadcrumbs(crumbs),
    pageHead(schools.regionName(at), el('p', { class: 'lead' }, `${say(`level.${region.level}`)} · ${region.code} · ${say('schoolsCount', number(all.length))}`)),
    schools.isDerived ? el('p', { class: 'notice' }, say('derived')) : null,
    card(say('schools'), wholeBar([
      { value: sum.violating, kind: 'violation', title: say('schoolsViolating') }, { value: sum.breaking, kind: 'advice', title: say('schoolsBreaking') },
      { value: sum.undecided, kind: 'Undetermined', title: say('schoolsOpen') }, { value: all.length - sum.violating - sum.breaking - sum.undecided, kind: 'Compliant', title: say('schoolsClean') },
    ], say('schools')), el('p', null, link(routeTo('findings', '', { region: region.code }), say('toFindings')), ' · ', link(routeTo('map', '', { region: region.code, group: 'school' }), say('toMap')))),
    children.length > 0 ? card(say('regions.below'), regionTable(children)) : null,
    region.schools.length > 0 ? card(say('schools'), schoolTable(region.schools)) : null);
}

// The innermost region that has everything below it: nobody needs to click through a nation of one county.
function topRegion(schools) {
  const tops = schools.regions.map((r, i) => i).filter((i) => schools.regions[i].parent < 0 && schools.schoolsBelow(i).length > 0);
  return tops[0] ?? -1;
}

function regionTable(children) {
  const { schools } = report;
  const heads = [{ title: say('region') }, ...['schools', 'schoolsViolating', 'share', 'verdict.NonCompliant', 'verdict.Undetermined'].map((key) => ({ title: say(key), class: 'right' }))];
  return dataTable(say('regions.below'), heads, children.map(({ child, schools: all, sum }) => [
    link(routeTo('regions', schools.regions[child].code), schools.regionName(child)), number(all.length), number(sum.violating), percent(sum.violating, all.length), number(sum.broken), number(sum.open),
  ]));
}

const SCHOOLS_AT_ONCE = 200;

function schoolTable(all) {
  const { schools } = report;
  const rows = all.map((school) => ({ school, sum: schools.tally([school]) })).sort((a, b) => b.sum.gravest - a.sum.gravest || b.sum.broken - a.sum.broken || b.sum.open - a.sum.open);
  const heads = [{ title: say('school') }, { title: say('gravest') }, ...['verdict.NonCompliant', 'verdict.Undetermined', 'verdict.Waived', 'verdict.Compliant'].map((key) => ({ title: say(key), class: 'right' }))];
  const some = rows.slice(0, SCHOOLS_AT_ONCE);
  const table = dataTable(say('schools'), heads, some.map(({ school, sum }) => [
    link(routeTo('findings', '', { school: schools.ids[school] }), schools.name(school)),
    sum.gravest > 0 ? verdictBadge(BROKEN, sum.gravest - 1) : sum.open > 0 ? verdictBadge(UNDETERMINED, 0) : el('span', { class: 'badge Compliant' }, say('verdict.Compliant')),
    number(sum.broken), number(sum.open), number(sum.waived), schools.isDerived ? '–' : number(sum.kept),
  ]));
  return el('div', null, table, rows.length > some.length ? el('p', { class: 'notice' }, say('first', number(some.length), number(rows.length))) : null);
}
