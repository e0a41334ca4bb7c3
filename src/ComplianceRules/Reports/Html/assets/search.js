// Which findings are asked for, and in which order. Words are looked for in dictionaries; the findings are then gone through once, by numbers.

class Search {
  constructor(findings, schools) {
    this.findings = findings;
    this.schools = schools;
    this.ranks = new Map();
  }

  // What is looked through for each row, made at the first search.
  get rowTexts() {
    this.rows ??= Array.from({ length: this.findings.rowCount }, (_, row) => {
      const { id, name, school } = this.findings.rowText(row, this.schools);
      const schoolName = this.schools.names[school] ?? '';
      return (name?.startsWith(schoolName) ? `${id}\n${name}` : `${id}\n${name ?? ''}\n${schoolName}`).toLowerCase();
    });
    return this.rows;
  }

  get headTexts() {
    this.headLower ??= this.findings.heads.map((h) => `${h.rule}\n${(h.title ?? []).join('\n')}\n${this.areaText(h.area)}`.toLowerCase());
    return this.headLower;
  }

  areaText(id) {
    const area = this.schools.areas.find((a) => a[0] === id);
    return `${id}\n${(area?.[1] ?? []).join('\n')}`;
  }

  select(filter) {
    const f = this.findings;
    const heads = mark(f.heads, (h) => (!filter.severity || filter.severity.includes(SEVERITIES[h.severity])) && (!filter.area || h.area === filter.area) && (!filter.rule || h.rule === filter.rule));
    const verdicts = mark(VERDICTS, (v) => !filter.verdict || filter.verdict.includes(v));
    const rows = this.placeMask(filter);
    const trends = filter.status && f.trend.length > 0 ? mark(['', ...TRENDS], (t) => filter.status.includes(t)) : null;
    const tests = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean).map((word) => this.wordTest(word));
    const found = new Uint32Array(f.count);
    let size = 0;
    for (let i = 0; i < f.count; i++) {
      if (heads[f.rule[i]] && verdicts[f.verdict[i]] && (!rows || rows[f.subject[i]]) && (!trends || trends[f.trend[i]]) && tests.every((test) => test(i))) found[size++] = i;
    }
    return found.slice(0, size);
  }

  // Which rows lie in the region or school asked for; null for all. Place 0 is for findings that stand for all rows.
  placeMask({ region, school }) {
    if (!region && !school) return null;
    const f = this.findings;
    const schoolAt = school ? this.schools.ids.indexOf(school) : -1;
    const regionAt = region ? this.schools.regions.findIndex((r) => r.code === region) : -1;
    const inside = new Set(regionAt >= 0 ? this.schools.below(regionAt) : []);
    const mask = new Uint8Array(f.rowCount + 1);
    for (let row = 0; row < f.rowCount; row++) {
      if (school && f.rowSchool[row] - 1 !== schoolAt) continue;
      if (region && !inside.has(f.rowRegion[row] - 1)) continue;
      mask[row + 1] = 1;
    }
    return mask;
  }

  wordTest(word) {
    const f = this.findings;
    const has = (text) => text.includes(word);
    const heads = mark(this.headTexts, has);
    const rows = new Uint8Array(f.rowCount + 1);
    const texts = this.rowTexts;
    for (let row = 0; row < texts.length; row++) if (texts[row].includes(word)) rows[row + 1] = 1;
    const say = this.sentenceTest(word);
    return (i) => heads[f.rule[i]] || rows[f.subject[i]] || say(i);
  }

  // Numbers stand beside their sentence: letters are looked for in the template, numbers among its values.
  sentenceTest(word) {
    const f = this.findings;
    const pieces = word.match(/\d[\d.:-]*|[^\d]+/g) ?? [];
    const letters = pieces.filter((p) => !/^\d/.test(p));
    const digits = pieces.filter((p) => /^\d/.test(p));
    const templates = mark(this.templateTexts, (text) => letters.every((piece) => text.includes(piece)));
    if (digits.length === 0) return (i) => templates[f.message[i]];
    const values = digits.map((piece) => mark([' ', ...f.header.values], (text) => text === piece));
    const numbers = digits.map((piece) => mark(f.header.words, (text) => text === piece));
    const hasNumber = (i, d) => {
      if (values[d][f.observed[i]] || values[d][f.limit[i]]) return true;
      const end = i + 1 < f.count ? f.numberStart[i + 1] : f.numbers.length;
      for (let n = f.numberStart[i]; n < end; n++) if (numbers[d][f.numbers[n]]) return true;
      return false;
    };
    return (i) => templates[f.message[i]] && digits.every((_, d) => hasNumber(i, d));
  }

  get templateTexts() {
    this.templates ??= this.findings.header.templates.map((pair) => pair.join('\n').toLowerCase());
    return this.templates;
  }

  // Puts findings in order; those that are equal stay as they were.
  sort(indexes, column, isDescending) {
    const { keys, size } = this.keys(column);
    const starts = new Uint32Array(size + 1);
    const place = isDescending ? (i) => size - 1 - keys(i) : keys;
    for (const i of indexes) starts[place(i) + 1]++;
    for (let k = 0; k < size; k++) starts[k + 1] += starts[k];
    const sorted = new Uint32Array(indexes.length);
    for (const i of indexes) sorted[starts[place(i)]++] = i;
    return sorted;
  }

  // A whole number from 0 for each finding, that orders it.
  keys(column) {
    const f = this.findings;
    if (column === 'rule') return dictionary(f.rule, this.rank('rule', f.heads, (h) => pick(h.title, h.rule)));
    if (column === 'value') return dictionary(f.observed, this.valueRank());
    if (column === 'trend') return { keys: (i) => f.trend[i] ?? 0, size: TRENDS.length + 1 };
    if (column === 'margin') return dictionary(f.margin, this.valueRank());
    if (column === 'subject') {
      const rank = this.rowRank();
      return { keys: (i) => rank[f.subject[i]], size: f.rowCount + 1 };
    }
    const order = [5, 7, 6, 0, 4];
    return { keys: (i) => (f.verdict[i] === BROKEN ? 3 - f.heads[f.rule[i]].severity : order[f.verdict[i]]), size: 8 };
  }

  rank(name, items, text) {
    const key = `${name} ${words.language}`;
    if (!this.ranks.has(key)) this.ranks.set(key, ranked(items, text));
    return this.ranks.get(key);
  }

  // By the name of the school, then as they stand.
  rowRank() {
    const key = `row ${words.language}`;
    if (this.ranks.has(key)) return this.ranks.get(key);
    const f = this.findings;
    const schools = ranked(this.schools.ids, (id, i) => this.schools.names[i] ?? id);
    const starts = new Uint32Array(this.schools.count + 2);
    const place = (row) => (f.rowSchool[row] === 0 ? 0 : schools[f.rowSchool[row] - 1] + 1);
    for (let row = 0; row < f.rowCount; row++) starts[place(row) + 1]++;
    for (let k = 0; k + 1 < starts.length; k++) starts[k + 1] += starts[k];
    const rank = new Uint32Array(f.rowCount + 1);
    for (let row = 0; row < f.rowCount; row++) rank[row + 1] = starts[place(row)]++ + 1;
    this.ranks.set(key, rank);
    return rank;
  }

  // Values as numbers where they are; none at all comes first.
  valueRank() {
    if (this.ranks.has('value')) return this.ranks.get('value');
    const texts = this.findings.header.values;
    const order = texts.map((_, i) => i).sort((a, b) => Number(texts[a]) - Number(texts[b]) || (texts[a] < texts[b] ? -1 : 1));
    const rank = new Uint32Array(texts.length + 1);
    order.forEach((value, at) => { rank[value + 1] = at + 1; });
    this.ranks.set('value', rank);
    return rank;
  }
}

function dictionary(column, rank) {
  return { keys: (i) => rank[column[i]], size: rank.length };
}

function mark(items, test) {
  return Uint8Array.from(items, (item) => (test(item) ? 1 : 0));
}

function ranked(items, text) {
  const collator = new Intl.Collator(localeTag(), { numeric: true });
  const texts = Array.from(items, text);
  const order = texts.map((_, i) => i).sort((a, b) => collator.compare(texts[a], texts[b]) || a - b);
  const rank = new Uint32Array(texts.length);
  order.forEach((item, at) => { rank[item] = at; });
  return rank;
}
