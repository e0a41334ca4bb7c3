// What the page says: its own texts and those of the data, in the language chosen.

const words = { language: 'zh', entries: {}, units: {}, tables: {} };

function isChinese() {
  return words.language === 'zh';
}

function localeTag() {
  return isChinese() ? 'zh-CN' : 'en';
}

function say(key, ...args) {
  const text = pick(words.entries[key], key);
  return text.replace(/\{(\d)\}/g, (_, i) => args[Number(i)] ?? '');
}

// A text of the data; where the language is missing, the other one.
function pick(pair, fallback = '') {
  if (!pair) return fallback;
  return (isChinese() ? pair[0] ?? pair[1] : pair[1] ?? pair[0]) || fallback;
}

function number(value, digits = 0) {
  return new Intl.NumberFormat(localeTag(), { maximumFractionDigits: digits }).format(value);
}

// A count of persons may be known only so far: "<3", ">=12".
function shown(count) {
  if (typeof count === 'number') return number(count);
  if (count === '<3') return say('underThree');
  return count.startsWith('>=') ? `≥ ${number(Number(count.slice(2)))}` : number(Number(count));
}

function least(count) {
  if (typeof count === 'number') return count;
  return count === '<3' ? 1 : Number(count.replace('>=', ''));
}

function percent(part, whole) {
  if (!whole) return '–';
  const share = part / whole;
  if (share > 0 && share < 0.001) return '< 0.1%';
  // Nothing but all is told as all.
  return `${number(Math.floor(share * 1000) / 10, 1)}%`;
}

function unitLabel(unit, isOne = false) {
  const labels = words.units[unit];
  if (!labels) return unit ?? '';
  return isChinese() ? labels[0] : labels[isOne ? 1 : 2];
}

// A value of the data with its unit. Types: 0 number, 1 truth, 5 date, 6 time.
function valueText(text, type, unit, against) {
  if (type === 1) return say(text === 'true' ? 'yes' : 'no');
  if (type !== 0) return text;
  const label = unitLabel(unit, text === '1' || text === '-1');
  const short = rounded(text, against);
  return label ? `${short}${isChinese() || label === '%' ? '' : ' '}${label}` : short;
}

// Two places, and more where it would look like nothing or like what it is compared with.
function rounded(text, against) {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return text;
  for (let digits = 2; digits < 12; digits++) {
    const near = Number(value.toFixed(digits));
    if ((near !== 0 || value === 0) && (against === undefined || near !== Number(against) || value === Number(against))) return number(near, digits);
  }
  return text;
}

function tableName(table) {
  return pick(words.tables[table], table ?? '');
}

function list(items) {
  return items.join(isChinese() ? '、' : ', ');
}
