// How each measure is spread against its limit.

function measuresPage(route) {
  const { schools } = report;
  const all = schools.measures.map((measure, i) => ({ measure, i, rule: ruleOf(measure) }));
  if (all.length === 0) return el('div', null, pageHead(say('nav.measures')), el('p', { class: 'notice' }, say('measures.none')));
  const broken = ({ measure }) => measure.bins.reduce((sum, b) => sum + b[3], 0);
  all.sort((a, b) => broken(b) - broken(a) || a.i - b.i);
  const chosen = all.find(({ measure }) => measureKey(measure) === route.item) ?? all[0];
  const names = all.map((item) => [measureKey(item.measure), `${pick(item.rule?.title, item.measure.rule)} · ${number(broken(item))}`]);
  const plot = el('div', { class: 'plot' });
  let drawn = 0;
  const draw = () => {
    const room = plot.clientWidth || 800;
    if (room === drawn) return;
    drawn = room;
    fill(plot, chosen.measure.bins.length > 0 ? histogram(chosen.measure, room) : el('p', { class: 'quiet' }, say('measures.noBins')));
  };
  const watch = new ResizeObserver(() => requestAnimationFrame(draw));
  watch.observe(plot);
  closing(() => watch.disconnect());
  return el('div', null,
    pageHead(say('nav.measures'), el('p', { class: 'lead' }, say('measures.lead'))),
    el('div', { class: 'tools-row' }, field(say('measures.choose', number(all.length)), select(names, measureKey(chosen.measure), (value) => { location.hash = routeTo('measures', value); })),
      stepLinks(all, chosen)),
    el('section', { class: 'card' },
      el('h2', null, pick(chosen.rule?.title, chosen.measure.rule)),
      el('p', { class: 'quiet' }, measureLine(chosen)),
      plot, measureLegend(chosen.measure),
      el('details', null, el('summary', null, say('asTable')), measureTable(chosen.measure)),
      el('p', null, link(routeTo('findings', '', { rule: chosen.measure.rule }), say('toFindings')))));
}

function measureKey(measure) {
  return `${measure.rule}@${measure.pack}`;
}

function ruleOf({ rule, pack }) {
  return report.head.rules.find((r) => r.rule === rule && r.pack === pack) ?? report.head.rules.find((r) => r.rule === rule);
}

function stepLinks(all, chosen) {
  const at = all.indexOf(chosen);
  const to = (i, key) => (all[i] ? link(routeTo('measures', measureKey(all[i].measure)), say(key), { class: 'button' }) : null);
  return el('span', { class: 'pager' }, to(at - 1, 'before'), to(at + 1, 'after'));
}

function measureLine({ measure, rule }) {
  const unknown = measure.unknown > 0 ? say('measures.unknown', number(measure.unknown)) : null;
  return [rule && say(`severity.${SEVERITIES[rule.severity]}`), rule && areaTitle(rule.area), say('measures.rows', number(measure.rows)), unknown].filter(Boolean).join(' · ');
}

function measureLegend(measure) {
  const limits = measure.limits.map(([value, isUpper, rows]) => say('measures.limit', isUpper ? '≤' : '≥', measure.type === 0 ? valueText(String(value), 0, measure.unit) : axisText(value, measure.type), number(rows)));
  return el('ul', { class: 'legend inline' },
    [['kept', say('verdict.Compliant')], ['broken', say('verdict.NonCompliant')], ['open', say('verdict.Undetermined')]].map(([kind, text]) =>
      el('li', null, el('span', { class: `swatch fill-${kind}`, 'aria-hidden': 'true' }), text)),
    limits.map((text) => el('li', null, el('span', { class: 'swatch limit-swatch', 'aria-hidden': 'true' }), text)));
}

function measureTable(measure) {
  const text = (value) => axisText(value, measure.type);
  const heads = [{ title: say('measures.from') }, { title: say('measures.to'), class: 'right' }, ...['Compliant', 'NonCompliant', 'Undetermined'].map((v) => ({ title: say(`verdict.${v}`), class: 'right' }))];
  return dataTable(pick(measure.measure, measure.rule), heads, measure.bins.map((b) => [text(b[0]), text(b[1]), ...b.slice(2).map((n) => number(n))]));
}
