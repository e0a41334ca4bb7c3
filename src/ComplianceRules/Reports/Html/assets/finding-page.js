// One finding: what was found, against what, by which law, since when, and what would put it right.

function findingPage(route) {
  const { findings } = report;
  const i = Number(route.item);
  if (!Number.isInteger(i) || i < 0 || i >= findings.count) return el('div', null, pageHead(say('finding.none')), el('p', null, link(routeTo('findings'), say('nav.findings'))));
  const head = findings.head(i);
  const row = findings.row(i) >= 0 ? findings.rowText(findings.row(i), report.schools) : null;
  const basis = findings.basis[i] ? findings.header.bases[findings.basis[i] - 1] : null;
  const page = el('article', { class: 'finding' },
    findingNav(i),
    el('header', { class: 'page-head' }, el('p', { class: 'badges' }, verdictBadge(findings.verdict[i], head.severity), trendChip(i), bandBadge(i), el('span', { class: 'quiet' }, areaTitle(head.area))), el('h1', null, pick(head.title, head.rule)),
      el('p', { class: 'lead' }, subjectName(i))),
    el('section', { class: 'card sentence' }, el('p', null, pick(findings.sentence(i))), gaugeOf(i, head)),
    findings.correction[i] || head.remedy ? remedyCard(i, head) : null,
    missingCard(i), partsCard(i),
    el('div', { class: 'columns' }, card(say('law'), sourceList(head.source), el('p', { class: 'quiet' }, bindingText(head))), basis ? limitCard(basis, head, i) : null, placeCard(i, row, head)),
    waiverCard(i));
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') backToList();
  });
  return page;
}

function backToList() {
  location.hash = report.back ?? routeTo('findings');
}

// Back to the table, and on to its neighbours there.
function findingNav(i) {
  const order = report.found;
  const at = order ? order.indexOf(i) : -1;
  const to = (place, key) => (order && place >= 0 && place < order.length ? link(routeTo('finding', String(order[place])), say(key), { class: 'button' }) : null);
  return el('nav', { class: 'finding-nav', 'aria-label': say('path') }, link(report.back ?? routeTo('findings'), say('back'), { class: 'button' }),
    at >= 0 ? el('span', { class: 'quiet' }, say('place', number(at + 1), number(order.length))) : null, at >= 0 ? [to(at - 1, 'before'), to(at + 1, 'after')] : null);
}

function bandBadge(i) {
  const band = report.findings.band[i];
  return band ? el('span', { class: 'badge band' }, pick(report.findings.header.bands[band - 1])) : null;
}

function bindingText(head) {
  return `${say(`binding.${head.binding}`)} · ${say(`severity.${SEVERITIES[head.severity]}`)} · ${say('pack')}${say('colon')}${packName(head.pack)}`;
}

function facts(pairs) {
  return el('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => [el('dt', null, name), el('dd', null, value)]));
}

function sourceList(source) {
  return facts([
    [say('source.title'), quoted(source.title)], [say('source.issuer'), pick(source.issuer)], [say('source.number'), source.number],
    [say('source.clause'), source.clause], [say('source.issued'), source.issued], [say('source.since'), source.since ?? say('always')], [say('source.season'), source.season],
    [say('source.certainty'), el('span', { class: `certainty ${source.certainty}` }, say(`certainty.${source.certainty}`))], [say('source.note'), pick(source.note)],
  ]);
}

function gaugeOf(i, head) {
  const { findings } = report;
  const [observed, limit, margin] = ['observed', 'limit', 'margin'].map((name) => findings.value(findings[name][i]));
  if (!observed && !limit) return null;
  const numbers = facts([
    [say('observed'), observed ? valueText(observed.text, observed.type, head.unit, limit?.text) : say('unknown')],
    [say('limit'), limit ? valueText(limit.text, limit.type, head.unit) : say('unknown')],
    [say('margin'), margin ? marginText(margin.text, head, observed) : null],
  ]);
  return el('div', { class: 'gauge-box' }, numbers, observed && limit ? gauge(observed, limit, findings.verdict[i]) : null);
}

// Observed and limit on one line, the distance between them in colour.
function gauge(observed, limit, verdict) {
  const at = onScale(observed);
  const to = onScale(limit);
  if (at === null || to === null) return null;
  const wide = 420;
  const [low, high] = [Math.min(at, to), Math.max(at, to)];
  const edge = (high - low) * 0.6 || Math.abs(high) * 0.2 || 1;
  const from = low >= 0 && low - edge < 0 ? 0 : low - edge;
  const x = (value) => 12 + ((value - from) / (high + edge - from)) * (wide - 24);
  const kind = verdict === BROKEN ? 'broken' : verdict === 2 ? 'kept' : 'open';
  const texts = [{ text: say('limit'), at: x(to), kind: 'limit' }, { text: say('observed'), at: x(at), kind }].map((t) => ({ ...t, wide: textWidth(t.text, 12) }));
  return svg('svg', { viewBox: `0 0 ${wide} 64`, class: 'gauge', 'aria-hidden': 'true' },
    svg('line', { x1: 12, x2: wide - 12, y1: 34, y2: 34, class: 'axis' }),
    svg('line', { x1: x(low), x2: x(high), y1: 34, y2: 34, class: `span line-${kind}` }),
    svg('line', { x1: x(to), x2: x(to), y1: 22, y2: 46, class: 'limit-mark' }),
    svg('circle', { cx: x(at), cy: 34, r: 6, class: `dot fill-${kind}` }),
    texts.map((t) => svg('text', { x: Math.max(t.wide / 2 + 2, Math.min(wide - t.wide / 2 - 2, t.at)), y: t.kind === 'limit' ? 16 : 60, 'text-anchor': 'middle' }, t.text)));
}

function onScale({ text, type }) {
  if (type === 0) return Number.isFinite(Number(text)) ? Number(text) : null;
  if (type === 6) return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  if (type === 5) return Date.parse(text) / 86400000;
  return null;
}

function remedyCard(i, head) {
  const correction = report.findings.corrections.of(i);
  const parts = [];
  if (correction) {
    const sentence = pick(correction.message);
    if (!sentence || correction.kind === 'none') parts.push(el('p', null, el('b', null, say(`correction.${correction.kind}`))));
    if (sentence) parts.push(el('p', null, sentence));
    if (correction.changes.length > 0) parts.push(changeTable(correction.changes));
  }
  if (head.remedy) parts.push(el('p', null, el('span', { class: 'quiet' }, `${say('remedy.authors')}${say('colon')}`), pick(head.remedy)));
  return card(say('remedy'), parts);
}

function changeTable(changes) {
  const { findings, schools } = report;
  const heads = [{ title: say('subject') }, { title: say('change.fact') }, { title: say('change.from'), class: 'right' }, { title: say('change.to'), class: 'right' }];
  return dataTable(say('remedy'), heads, changes.map((c) => {
    const row = findings.rowText(c.row, schools);
    return [row.name ?? row.id, pick(c.title), valueText(c.from.text, c.from.type, c.unit), el('b', null, valueText(c.to.text, c.to.type, c.unit))];
  }));
}

function missingCard(i) {
  const missing = report.findings.detail(report.findings.missing[i]);
  if (!missing) return null;
  return card(say('missing'), el('p', { class: 'quiet' }, say(missing.smallest ? 'missing.about' : 'missing.aboutSome')),
    dataTable(say('missing'), [{ title: say('change.fact') }, { title: say('missing.field') }, { title: say('missing.reason') }],
      missing.facts.map(([path, title, reason]) => [pick(title, path), el('code', null, path), pick(report.head.reasons[reason])])));
}

function partsCard(i) {
  const parts = report.findings.detail(report.findings.parts[i]);
  if (!parts) return null;
  const badge = (verdict) => el('span', { class: `badge ${VERDICTS[verdict]}` }, say(`verdict.${VERDICTS[verdict]}`));
  return card(say('parts'), el('ul', { class: 'parts' }, parts.map((part) => el('li', null,
    el('p', null, badge(part.verdict), ' ', el('b', null, areaTitle(part.id)), part.veto ? el('span', { class: 'note-chip' }, say('veto')) : null),
    el('ul', null, part.rules.map(([rule, verdict, counts]) => el('li', null, badge(verdict), ' ', partRule(rule, i), counts ? null : el('span', { class: 'quiet' }, ` ${say('doesNotCount')}`))))))));
}

function partRule(rule, i) {
  const { findings, schools } = report;
  const known = report.head.rules.find((r) => r.rule === rule);
  const row = findings.row(i);
  const school = row >= 0 && findings.rowSchool[row] > 0 ? schools.ids[findings.rowSchool[row] - 1] : undefined;
  return link(routeTo('findings', '', { rule, school }), pick(known?.title, rule));
}

function placeCard(i, row, head) {
  const { schools } = report;
  const links = [link(routeTo('findings', '', { rule: head.rule }), say('sameRule'))];
  if (row?.school >= 0) links.push(link(routeTo('findings', '', { school: schools.ids[row.school] }), say('sameSchool')));
  if (row?.region >= 0) links.push(link(routeTo('regions', schools.regions[row.region].code), say('sameRegion')));
  const crumbs = row?.region >= 0 ? schools.above(row.region).map((r) => schools.regionName(r)).join(' › ') : null;
  return card(say('where'), facts([
    [say('subject'), subjectName(i)], [say('subject.kind'), row ? tableName(row.table) : null], [say('subject.id'), row ? el('code', null, row.id) : null],
    [say('school'), row?.school >= 0 ? schools.name(row.school) : null], [say('region'), crumbs], [say('rule'), el('code', null, head.rule)],
  ]), el('ul', { class: 'links' }, links.map((l) => el('li', null, l))));
}

function days(since, until) {
  if (!since && !until) return say('always');
  if (!until) return say('sinceDay', since);
  return since ? say('sinceUntil', since, until) : say('untilDay', until);
}

function limitCard(basis, head, i) {
  const limit = report.findings.value(report.findings.limit[i]);
  const type = limit?.type ?? 2;
  const trail = basis.trail.length > 0 ? el('ol', { class: 'trail' }, basis.trail.map((step) => el('li', { class: step.role },
    el('p', null, el('b', null, valueText(step.value, type, head.unit)), ' ', el('span', { class: 'note-chip' }, say(`role.${step.role}`))),
    el('p', { class: 'quiet' }, [packName(step.pack), step.version && !packName(step.pack).endsWith(step.version) ? step.version : null, days(step.since, step.until)].filter(Boolean).join(' · ')),
    step.source ? el('p', { class: 'quiet' }, citation(step.source), ' ', certaintyNote(step.source)) : null))) : null;
  const relaxes = basis.relaxes.map((r) => el('li', null, `${say('authority')}${say('colon')}${pick(r.authority)}`, el('br'), el('span', { class: 'quiet' }, citation(r.source))));
  const isSame = JSON.stringify(basis.source) === JSON.stringify(head.source);
  return card(say('limitSource'), isSame ? el('p', { class: 'quiet' }, say('limitSource.same')) : basis.source ? sourceList(basis.source) : null, trail ? [el('h3', null, say('trail')), trail] : null,
    relaxes.length > 0 ? [el('h3', null, say('relaxations')), el('ul', null, relaxes)] : null);
}

function waiverCard(i) {
  const at = report.findings.waiver[i];
  return at ? card(say('waiver'), waiverFacts(report.findings.header.waivers[at - 1])) : null;
}

function waiverFacts(waiver) {
  return facts([
    [say('waiver.kind'), say(`waiver.${waiver.kind}`)], [say('authority'), pick(waiver.authority)], [say('waiver.reason'), pick(waiver.reason)],
    [say('waiver.days'), days(waiver.from, waiver.until)], [say('waiver.reach'), [waiver.rule, waiver.area && areaTitle(waiver.area), waiver.subject, waiver.region].filter(Boolean).join(' · ')],
    [say('law'), waiver.source ? citation(waiver.source) : null], [say('waiver.place'), el('code', null, [waiver.pack, waiver.place].filter(Boolean).join(' '))],
  ]);
}
