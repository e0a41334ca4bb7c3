// The frame: head, navigation, language, look, and which page stands in the middle.

const report = { head: null, schools: null, findings: null, search: null, found: null, back: null, opened: null, theme: null };
const PAGES = { overview: overviewPage, changes: changesPage, map: mapPage, rules: rulesPage, measures: measuresPage, regions: regionsPage, findings: findingsPage, finding: findingPage, data: dataPage };
const MENU = ['overview', 'changes', 'map', 'rules', 'measures', 'regions', 'findings', 'data'];
const NEEDS_NOTHING = ['overview', 'changes', 'rules', 'data'];
const atClose = [];
let lastRoute = { page: null, item: null };

// Something to be ended when another page takes the place of this one.
function closing(action) {
  atClose.push(action);
}

function frame() {
  const main = el('main', { id: 'main', class: 'page' });
  const skip = el('a', { class: 'skip', href: '#main', onclick: (event) => {
    event.preventDefault();
    focusPage();
  } });
  fill(document.getElementById('app'), skip, el('header', { class: 'top' }), main, el('div', { id: 'print' }), el('div', { id: 'live', class: 'unseen', 'aria-live': 'polite' }));
  drawHead();
}

function drawHead() {
  const { page } = parseRoute(location.hash);
  document.querySelector('.skip').textContent = say('skip');
  document.documentElement.lang = localeTag();
  document.title = `${say('title')} ${report.head.asOf}`;
  const theme = report.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const other = theme === 'dark' ? 'light' : 'dark';
  const menu = el('ul', null, MENU.filter((name) => name !== 'changes' || report.head.comparison).map((name) => el('li', null, link(routeTo(name), say(`nav.${name}`), { 'aria-current': name === page || (name === 'findings' && page === 'finding') ? 'page' : null }))));
  fill(document.querySelector('.top'),
    el('div', { class: 'top-row' },
      el('p', { class: 'brand' }, el('b', null, say('title')), el('span', null, report.head.asOf)),
      el('div', { class: 'switches' },
        el('button', { type: 'button', id: 'language', lang: isChinese() ? 'en' : 'zh-CN', onclick: () => setLanguage(isChinese() ? 'en' : 'zh') }, isChinese() ? 'English' : '中文'),
        el('button', { type: 'button', id: 'theme', onclick: () => setTheme(other) }, say(`theme.${other}`)),
        el('button', { type: 'button', id: 'to-print', onclick: () => print() }, say('print')))),
    el('nav', { 'aria-label': say('menu'), class: 'menu' }, menu));
  document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

function setLanguage(language) {
  words.language = language;
  redraw('language');
}

function setTheme(theme) {
  report.theme = theme;
  document.documentElement.dataset.theme = theme;
  redraw('theme');
}

// The same page anew, with the focus on the switch that was used.
function redraw(control) {
  drawPage(true);
  document.getElementById(control)?.focus();
}

function drawPage(isSame = false) {
  const route = parseRoute(location.hash);
  const stays = isSame || (route.page === lastRoute.page && route.item === lastRoute.item);
  while (atClose.length > 0) atClose.pop()();
  drawHead();
  const main = document.getElementById('main');
  const draw = () => fill(main, content(route));
  if (stays) keepFocus(main, draw);
  else {
    draw();
    scrollTo(0, 0);
    if (lastRoute.page !== null) focusPage();
  }
  lastRoute = route;
}

function content(route) {
  const page = PAGES[route.page] ?? overviewPage;
  if (!report.findings && !NEEDS_NOTHING.includes(route.page)) return el('p', { class: 'quiet loading', role: 'status' }, say('loading'));
  return page(route);
}

function fail(error) {
  const main = document.getElementById('main') ?? document.getElementById('app');
  const text = words.entries.broken ? say('broken') : 'This report cannot be shown. 本报告无法显示。';
  fill(main, el('div', { class: 'page' }, el('p', { class: 'notice', role: 'alert' }, text), el('p', { class: 'quiet' }, String(error?.message ?? error))));
}

// Where the list stood that a finding was opened from.
function remember(hash) {
  const { page, item } = parseRoute(hash);
  if (page === 'findings') report.back = hash;
  if (page === 'finding') report.opened = Number(item);
}

async function begin() {
  if (typeof DecompressionStream === 'undefined') {
    throw new Error('此浏览器过旧，无法解压报告数据，请使用 2023 年以后的 Chrome、Edge、Firefox 或 Safari。 This browser is too old to unpack the report: use Chrome, Edge, Firefox or Safari of 2023 or later.');
  }
  const { header } = await readBlock('head');
  report.head = header;
  Object.assign(words, { entries: header.texts, units: header.units, tables: header.tables, language: header.language });
  frame();
  drawPage();
  performance.mark('overview');
  addEventListener('hashchange', (event) => {
    remember(new URL(event.oldURL).hash);
    drawPage();
  });
  preparePrint();
  await whole();
  const schools = new Schools(await readBlock('schools'), header.areas);
  report.head.isDerived = schools.isDerived;
  const findings = new Findings(await readBlock('findings'));
  Object.assign(report, { schools, findings, search: new Search(findings, schools) });
  document.documentElement.dataset.ready = 'yes';
  drawPage(true);
  performance.mark('ready');
  (globalThis.requestIdleCallback ?? setTimeout)(() => report.search.rowTexts);
}

// Until the browser has read the whole file.
function whole() {
  return new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve, { once: true });
    else resolve();
  });
}

begin().catch(fail);
