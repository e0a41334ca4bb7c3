// The table of findings: searched, filtered and sorted.

function findingsPage(route) {
  const filter = { ...route.filter };
  const grid = new Grid({ columns: findingColumns(), label: say('nav.findings'), onOpen: (i) => openFinding(i), onSort: (by, down) => go({ by, sort: down ? 'down' : '' }), render: findingCells });
  closing(() => grid.close());
  const status = el('p', { class: 'quiet count', role: 'status' });
  const chips = el('div', { class: 'chips' });
  const tools = el('div', { class: 'tools-row' });
  const go = (change) => {
    Object.assign(filter, change);
    replaceRoute(routeTo('findings', '', filter));
    draw();
  };
  const draw = () => {
    const start = performance.now();
    const { search } = report;
    const found = search.select(filter);
    const sorted = search.sort(found, filter.by ?? 'verdict', filter.sort === 'down');
    performance.measure('filter', { start, end: performance.now() });
    report.found = sorted;
    fill(status, say('found', number(found.length), number(report.findings.count)));
    keepFocus(tools, () => fill(tools, findingTools(filter, go)));
    keepFocus(chips, () => fill(chips, filterChips(filter, go)));
    grid.show(sorted, filter.by ?? 'verdict', filter.sort === 'down');
  };
  const box = el('input', { type: 'search', value: filter.q, placeholder: say('search.hint'), autocomplete: 'off', spellcheck: 'false', oninput: debounce(60, () => go({ q: box.value.trim() })) });
  draw();
  const at = lastRoute.page === 'finding' ? report.found.indexOf(report.opened) : -1;
  if (at >= 0) requestAnimationFrame(() => grid.focus(at));
  if (report.head.comparison) grid.node.classList.add('with-trend');
  return el('div', { class: 'fills' }, pageHead(say('nav.findings')),
    el('div', { class: 'search-row' }, field(say('search'), box)), tools, chips, status, listingCut(), grid.node);
}

function listingCut() {
  const { cut } = report.head.listing;
  return cut > 0 ? el('p', { class: 'notice' }, say('cut', number(cut))) : null;
}

function findingTools(filter, go) {
  const { head, schools } = report;
  const areas = [...new Set(head.rules.map((r) => r.area))].map((a) => [a, areaTitle(a)]).sort((a, b) => a[1].localeCompare(b[1], localeTag()));
  const rules = uniqueRules(filter.area).map((r) => [r.rule, pick(r.title, r.rule)]);
  const seen = report.findings.seen('verdict');
  return [
    toggles(say('verdict'), VERDICT_ORDER.filter((v) => seen.has(VERDICTS.indexOf(v))).map((v) => [v, say(`verdict.${v}`)]), filter.verdict ?? [], (verdict) => go({ verdict: verdict.length > 0 ? verdict : undefined })),
    toggles(say('severity'), SEVERITY_ORDER.map((s) => [s, say(`severity.${s}`), s]), filter.severity ?? [], (severity) => go({ severity: severity.length > 0 ? severity : undefined })),
    report.head.comparison ? toggles(say('trend'), seenTrends().map((t) => [t, say(`trend.${t}`)]), filter.status ?? [], (status) => go({ status: status.length > 0 ? status : undefined })) : null,
    el('div', { class: 'selects' },
      field(say('area'), select([['', say('all')], ...areas], filter.area ?? '', (area) => go({ area, rule: undefined }))),
      field(say('rule'), select([['', say('all')], ...rules], filter.rule ?? '', (rule) => go({ rule }))),
      schools.regions.length > 1 ? field(say('region'), select([['', say('all')], ...schools.regionChoices()], filter.region ?? '', (region) => go({ region }))) : null),
  ];
}

function seenTrends() {
  const seen = report.findings.seen('trend');
  return TRENDS.filter((_, t) => seen.has(t + 1));
}

function trendChip(i) {
  const trend = report.findings.trend[i];
  return trend ? el('span', { class: `trend-chip ${TRENDS[trend - 1]}` }, say(`trend.${TRENDS[trend - 1]}`)) : null;
}

function uniqueRules(area) {
  const seen = new Map();
  for (const head of report.findings.heads) if (!area || head.area === area) seen.set(head.rule, head);
  return [...seen.values()].sort((a, b) => pick(a.title, a.rule).localeCompare(pick(b.title, b.rule), localeTag()));
}

// What narrows the table down beside the buttons, each with a way out.
function filterChips(filter, go) {
  const { schools } = report;
  const chip = (key, text) => el('button', { type: 'button', class: 'chip', onclick: () => go({ [key]: undefined }) }, text, el('span', { 'aria-hidden': 'true' }, ' ×'), hidden(say('remove')));
  const school = filter.school ? schools.ids.indexOf(filter.school) : -1;
  return [filter.school ? chip('school', `${say('school')}${say('colon')}${school >= 0 ? schools.name(school) : filter.school}`) : null,
    ['q', 'status', 'verdict', 'severity', 'area', 'rule', 'region', 'school'].some((k) => filter[k]) ? el('button', { type: 'button', class: 'chip clear', onclick: () => {
      document.querySelector('.search-row input').value = '';
      go({ q: undefined, status: undefined, verdict: undefined, severity: undefined, area: undefined, rule: undefined, region: undefined, school: undefined });
    } }, say('clear')) : null];
}

function findingColumns() {
  return [
    { key: 'verdict', title: say('verdict'), class: 'c-verdict' },
    ...(report.head.comparison ? [{ key: 'trend', title: say('trend'), class: 'c-trend' }] : []),
    { key: 'rule', title: say('rule'), class: 'c-rule' },
    { key: 'subject', title: say('subject'), class: 'c-subject' },
    { title: say('sentence'), class: 'c-sentence' },
    { key: 'value', title: say('observed'), class: 'c-value' },
    { key: 'margin', title: say('margin'), class: 'c-margin' },
  ];
}

function findingCells(i) {
  const { findings } = report;
  const head = findings.head(i);
  const observed = findings.value(findings.observed[i]);
  const [limit, margin] = [findings.value(findings.limit[i]), findings.value(findings.margin[i])];
  const title = link(routeTo('finding', String(i)), pick(head.title, head.rule), { tabindex: -1, class: 'rule-link' });
  return [verdictBadge(findings.verdict[i], head.severity), ...(report.head.comparison ? [trendChip(i)] : []), title, subjectName(i), pick(findings.sentence(i)),
    observed ? valueText(observed.text, observed.type, head.unit, limit?.text) : '', margin ? marginText(margin.text, head, observed) : ''];
}

// The margin of times is in minutes, that of per cents in percentage points.
function marginText(text, head, observed) {
  return valueText(text, 0, observed?.type === 6 ? 'min' : observed?.type === 5 ? 'd' : head.unit === '%' ? 'pp' : head.unit);
}

function subjectName(i) {
  const { findings, schools } = report;
  const row = findings.row(i);
  if (row < 0) return say('allRows', shownRows(i), tableName(report.head.rules.find((r) => r.rule === findings.head(i).rule)?.subject));
  const { id, name, region } = findings.rowText(row, schools);
  return name ?? (region >= 0 && schools.regions[region].code === id ? schools.regionName(region) : id);
}

function shownRows(i) {
  const text = report.findings.header.shown[report.findings.rows[i] - 1] ?? '1';
  return shown(/^\d+$/.test(text) ? Number(text) : text);
}

function openFinding(i) {
  location.hash = routeTo('finding', String(i));
}
