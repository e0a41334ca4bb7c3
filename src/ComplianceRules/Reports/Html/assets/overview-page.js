// The first page: what was judged and what came out. It needs the head alone.

function overviewPage() {
  const { head } = report;
  const judged = head.packs.filter((p) => p.hasRows);
  return el('div', null,
    pageHead(say('overview.title'), el('p', { class: 'lead' }, say('overview.lead', head.asOf, number(head.schools[0]), number(head.rules.length)))),
    verdictTiles(head),
    head.comparison ? changesCard(head.comparison) : null,
    el('div', { class: 'columns' }, severityCard(head), schoolsCard(head)),
    el('div', { class: 'columns' }, topRules(head), topAreas(head)),
    card(say('packs'), el('p', { class: 'quiet' }, say('packs.about', number(judged.length), number(head.packs.length))), packTable(judged)),
    listingNote(head));
}

function verdictTiles(head) {
  const parts = VERDICT_ORDER.map((name) => ({ name, count: head.counts[VERDICTS.indexOf(name)] }));
  const concerned = parts.filter((part) => part.name !== 'NotApplicable');
  const all = concerned.reduce((sum, part) => sum + least(part.count), 0);
  return el('section', { class: 'card verdicts', 'aria-labelledby': 'verdicts-title' },
    el('h2', { id: 'verdicts-title' }, say('verdicts')),
    el('div', { class: 'whole', 'aria-hidden': 'true' }, concerned.filter((p) => least(p.count) > 0).map((p) => width(el('span', { class: `bar ${p.name}` }), least(p.count) / all))),
    el('ul', { class: 'tiles' }, parts.map((p) => el('li', { class: 'tile' },
      el('span', { class: 'tile-name' }, el('span', { class: `swatch ${p.name}`, 'aria-hidden': 'true' }), say(`verdict.${p.name}`)),
      el('span', { class: 'tile-count' }, shown(p.count)),
      el('span', { class: 'quiet' }, p.name === 'NotApplicable' ? say('notCounted') : percent(least(p.count), all))))),
    el('p', { class: 'quiet' }, say('verdicts.about')));
}

function severityCard(head) {
  const sums = SEVERITY_ORDER.map((severity) => {
    const rules = head.rules.filter((r) => SEVERITIES[r.severity] === severity);
    return { severity, count: rules.reduce((sum, r) => sum + least(r.counts[BROKEN]), 0), rules: rules.filter((r) => least(r.counts[BROKEN]) > 0).length, isExact: rules.every((r) => typeof r.counts[BROKEN] === 'number') };
  });
  const items = sums.map((s) => ({
    label: say(`severity.${s.severity}`), route: routeTo('findings', '', { verdict: ['NonCompliant'], severity: [s.severity] }),
    total: `${s.isExact ? '' : '≥ '}${number(s.count)}`, note: say('rulesCount', number(s.rules)), parts: [{ value: s.count, kind: s.severity }],
  }));
  return card(say('bySeverity'), el('p', { class: 'quiet' }, say('bySeverity.about')), barList(items));
}

function schoolsCard(head) {
  const [all, violating, breaking, open, clean] = head.schools;
  if (all === 0) return card(say('schools'), el('p', { class: 'quiet' }, say('schools.none')));
  const parts = [
    { value: violating, kind: 'violation', title: say('schoolsViolating') }, { value: breaking, kind: 'advice', title: say('schoolsBreaking') },
    { value: open, kind: 'Undetermined', title: say('schoolsOpen') }, { value: clean, kind: 'Compliant', title: say('schoolsClean') },
  ];
  return card(say('schools'), el('p', { class: 'quiet' }, say('schools.about', number(all))), wholeBar(parts, say('schools')),
    head.isDerived ? el('p', { class: 'notice' }, say('derived')) : null,
    el('p', null, link(routeTo('map'), say('toMap')), ' · ', link(routeTo('regions'), say('toRegions'))));
}

function topRules(head) {
  const top = head.rules.filter((r) => least(r.counts[BROKEN]) > 0).sort((a, b) => least(b.counts[BROKEN]) - least(a.counts[BROKEN])).slice(0, 10);
  return card(say('topRules'), barList(top.map(ruleBar), null, say('nothing')), el('p', null, link(routeTo('rules'), say('allRules'))));
}

function ruleBar(rule) {
  return {
    label: pick(rule.title, rule.rule), route: routeTo('findings', '', { rule: rule.rule, verdict: ['NonCompliant'] }), total: shown(rule.counts[BROKEN]),
    parts: [{ value: least(rule.counts[BROKEN]), kind: SEVERITIES[rule.severity] }],
  };
}

function areaTitle(id) {
  return pick(report.head.areas.find((a) => a[0] === id)?.[1], id);
}

function topAreas(head) {
  const sums = new Map();
  for (const rule of head.rules) {
    const parts = sums.get(rule.area) ?? [0, 0, 0, 0];
    parts[rule.severity] += least(rule.counts[BROKEN]);
    sums.set(rule.area, parts);
  }
  const items = [...sums].map(([area, parts]) => ({ area, parts, sum: parts.reduce((a, b) => a + b, 0) })).filter((a) => a.sum > 0).sort((a, b) => b.sum - a.sum).slice(0, 10);
  return card(say('topAreas'), barList(items.map(({ area, parts, sum }) => ({
    label: areaTitle(area), route: routeTo('findings', '', { area, verdict: ['NonCompliant'] }), total: number(sum),
    parts: [3, 2, 1, 0].map((s) => ({ value: parts[s], kind: SEVERITIES[s], title: say(`severity.${SEVERITIES[s]}`) })),
  })), null, say('nothing')), severityLegend());
}

function severityLegend() {
  return el('ul', { class: 'legend inline' }, SEVERITY_ORDER.map((s) => el('li', null, el('span', { class: `swatch ${s}`, 'aria-hidden': 'true' }), say(`severity.${s}`))));
}

function packTable(packs) {
  return dataTable(say('packs'), [say('pack'), say('version'), say('region'), say('digest')].map((title) => ({ title })), packs.map((p) =>
    [p.id, p.version, p.region ?? say('template'), el('code', { title: p.sha256 }, p.sha256.slice(0, 12))]));
}

// What the page does not list is said, never left to be noticed.
function listingNote(head) {
  const { listed, cut, persons } = head.listing;
  return el('div', { class: 'listing' }, el('p', { class: 'quiet' }, say('listed', number(listed))),
    cut > 0 ? el('p', { class: 'notice' }, say('cut', number(cut))) : null,
    persons ? el('p', { class: 'notice' }, say('personsNotListed')) : null);
}
