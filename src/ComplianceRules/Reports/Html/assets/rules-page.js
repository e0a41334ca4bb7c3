// Rules by what was found, the worst first.

function rulesPage(route) {
  const { head } = report;
  const by = route.filter.by === 'Undetermined' ? 'Undetermined' : 'NonCompliant';
  const at = VERDICTS.indexOf(by);
  const go = (change) => { location.hash = routeTo('rules', '', { ...route.filter, ...change }); };
  const rules = head.rules.filter((r) => least(r.counts[at]) > 0
    && (!route.filter.area || r.area === route.filter.area)
    && (!route.filter.severity || route.filter.severity.includes(SEVERITIES[r.severity])))
    .sort((a, b) => least(b.counts[at]) - least(a.counts[at]) || (a.rule < b.rule ? -1 : 1));
  const top = Math.max(1, ...rules.map((r) => least(r.counts[at])));
  const areas = [...new Set(head.rules.map((r) => r.area))].sort();
  return el('div', null,
    pageHead(say('nav.rules'), el('p', { class: 'lead' }, say('rules.lead'))),
    el('div', { class: 'tools-row' },
      choice(say('verdict'), [['NonCompliant', say('verdict.NonCompliant')], ['Undetermined', say('verdict.Undetermined')]], by, (value) => go({ by: value })),
      toggles(say('severity'), SEVERITY_ORDER.map((s) => [s, say(`severity.${s}`), s]), route.filter.severity ?? [], (severity) => go({ severity })),
      field(say('area'), select([['', say('all')], ...areas.map((a) => [a, areaTitle(a)])], route.filter.area ?? '', (area) => go({ area })))),
    el('p', { class: 'quiet', role: 'status' }, say('rulesCount', number(rules.length))),
    el('section', { class: 'card' }, barList(rules.map((r) => ruleRow(r, at)), top, say('nothing'))));
}

function ruleRow(rule, at) {
  const decided = least(rule.counts[2]) + least(rule.counts[BROKEN]) + least(rule.counts[4]) + least(rule.counts[0]);
  const kind = at === BROKEN ? SEVERITIES[rule.severity] : 'Undetermined';
  const note = `${percent(least(rule.counts[at]), decided)} · ${areaTitle(rule.area)} · ${say(`severity.${SEVERITIES[rule.severity]}`)}${rule.personal ? ` · ${say('personal')}` : ''}`;
  return {
    label: pick(rule.title, rule.rule), note, total: shown(rule.counts[at]),
    route: rule.personal ? null : routeTo('findings', '', { rule: rule.rule, verdict: [VERDICTS[at]] }), parts: [{ value: least(rule.counts[at]), kind, title: note }],
  };
}
