// Axes: round steps, and labels that do not run into each other.

function niceStep(range, count) {
  const rough = range / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].find((n) => n * power >= rough * 0.999);
  return nice * power;
}

function ticks(min, max, count, least = 0) {
  if (!(max > min)) return [min];
  const step = Math.max(least, niceStep(max - min, count));
  const all = [];
  for (let k = Math.ceil(min / step - 1e-9); k * step <= max + step * 1e-9; k++) all.push(Number((k * step).toPrecision(12)));
  return all;
}

// Ticks of whole counts have whole steps.
function countTicks(max, count) {
  const step = Math.max(1, niceStep(max, count));
  const all = [];
  for (let at = 0; at <= max; at += step) all.push(at);
  return all;
}

// Ticks of minutes are whole quarters, hours or parts of a day.
function timeTicks(min, max, count) {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360].find((s) => (max - min) / s <= count) ?? 720;
  const all = [];
  for (let at = Math.ceil(min / step) * step; at <= max; at += step) all.push(at);
  return all;
}

// What stands at a place of an axis. Types: 0 number, 5 date in days since 0001-01-01, 6 time in minutes.
function axisText(value, type) {
  if (type === 6) {
    const minutes = ((Math.round(value) % 1440) + 1440) % 1440;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }
  if (type === 5) return new Date((Math.round(value) - 719162) * 86400000).toISOString().slice(0, 10);
  return new Intl.NumberFormat(localeTag(), { maximumSignificantDigits: 6, notation: Math.abs(value) >= 1e6 ? 'compact' : 'standard' }).format(value);
}

// How wide a text is, near enough: a Chinese sign is as wide as it is high.
function textWidth(text, size) {
  let units = 0;
  for (const sign of text) units += sign.codePointAt(0) > 0x2e80 ? 1 : 0.56;
  return units * size;
}

// Moves labels apart on rows: each goes on the first row where nothing is in its way. The places are centres.
function rowsOf(labels, gap, from, to) {
  const ends = [];
  return labels.map(({ at, wide }) => {
    const left = Math.max(from, Math.min(to - wide, at - wide / 2));
    let row = ends.findIndex((end) => left >= end + gap);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = left + wide;
    return { left, row };
  });
}
