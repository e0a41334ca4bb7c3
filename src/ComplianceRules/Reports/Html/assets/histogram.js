// How a measure is spread: bars of counts over an axis with its unit, and the limits as lines.

const PLOT = { left: 58, right: 16, top: 12, bottom: 52, height: 320, row: 18, font: 12 };

function histogram(measure, room) {
  const wide = Math.max(300, room);
  const whole = wholeStep(measure);
  const limits = shownLimits(measure, wide);
  const rows = limits.length > 0 ? 1 + Math.max(...limits.map((l) => l.row)) : 0;
  const top = PLOT.top + rows * PLOT.row;
  const high = PLOT.height + rows * PLOT.row;
  const [min, max] = measureRange(measure);
  const x = (value) => PLOT.left + ((value - min) / (max - min)) * (wide - PLOT.left - PLOT.right);
  const most = Math.max(1, ...measure.bins.map((b) => b[2] + b[3] + b[4]));
  const yTicks = countTicks(most, 5);
  const ceiling = Math.max(most, yTicks.at(-1));
  const y = (count) => high - PLOT.bottom - (count / ceiling) * (high - PLOT.bottom - top);
  const picture = svg('svg', { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, role: 'img', 'aria-label': histogramText(measure), class: 'histogram' }, hatch());
  for (const count of yTicks) {
    add(picture, svg('line', { x1: PLOT.left, x2: wide - PLOT.right, y1: y(count), y2: y(count), class: count === 0 ? 'axis' : 'guide' }),
      svg('text', { x: PLOT.left - 8, y: y(count) + 4, 'text-anchor': 'end' }, axisText(count, 0)));
  }
  for (const bin of measure.bins) add(picture, binBars(bin, x, y, whole));
  add(picture, axisLabels(measure, min, max, x, high, wide));
  for (const limit of limits) add(picture, limitLine(limit, x(limitPlace(limit, whole)), top, high));
  return picture;
}

// The step of a measure of which each bin holds one value: its bins are centred on multiples of the step; 0 for others.
function wholeStep({ bins }) {
  if (bins.length === 0) return 0;
  const step = bins[0][1] - bins[0][0];
  const isWhole = ([from, to]) => Math.abs(to - from - step) < step * 1e-6 && Math.abs(((from + to) / 2 / step) - Math.round((from + to) / 2 / step)) < 1e-6;
  return step > 0 && bins.every(isWhole) ? step : 0;
}

// Between single values the line stands where what is kept ends, not through the middle of a bar.
function limitPlace({ value, sign }, whole) {
  if (sign === '=' || whole === 0) return value;
  return sign === '≤' ? value + whole / 2 : value - whole / 2;
}

function binBars([from, to, kept, broken, open], x, y, whole) {
  const room = x(to) - x(from);
  const gap = whole > 0 && room > 12 ? Math.max(room * 0.16, room - 120) : room > 4 ? 1 : 0;
  const left = x(from) + (whole > 0 ? gap / 2 : 0);
  const span = Math.max(1, room - gap);
  let base = 0;
  return [['kept', kept], ['broken', broken], ['open', open]].filter(([, count]) => count > 0).map(([kind, count]) => {
    const bottom = y(base);
    base += count;
    return svg('rect', { x: left, width: span, y: y(base), height: Math.max(0.75, bottom - y(base)), class: `fill-${kind}` });
  });
}

function axisLabels(measure, min, max, x, high, wide) {
  const steps = Math.max(2, Math.min(14, Math.floor((wide - PLOT.left) / (measure.type === 5 ? 90 : 60))));
  const places = measure.type === 6 ? timeTicks(min, max, steps) : ticks(min, max, steps, wholeStep(measure));
  const base = high - PLOT.bottom;
  const texts = places.map((value) => ({ at: x(value), text: axisText(value, measure.type) }));
  let end = -Infinity;
  const marks = texts.map(({ at, text }) => {
    const half = textWidth(text, PLOT.font) / 2;
    const isClear = at - half > end + 6 && at + half <= wide;
    if (isClear) end = at + half;
    return [svg('line', { x1: at, x2: at, y1: base, y2: base + 4, class: 'axis' }), isClear ? svg('text', { x: at, y: base + 18, 'text-anchor': 'middle' }, text) : null];
  });
  const unit = unitLabel(measure.unit);
  const title = [pick(measure.measure), unit && (isChinese() ? `（${unit}）` : `(${unit})`)].filter(Boolean).join(isChinese() ? '' : ' ');
  return [marks, svg('text', { x: (PLOT.left + wide - PLOT.right) / 2, y: high - 8, 'text-anchor': 'middle', class: 'axis-title' }, title)];
}

// Limits from left to right, each label on a row where it has room.
function shownLimits(measure, wide) {
  const [min, max] = measureRange(measure);
  const x = (value) => PLOT.left + ((value - min) / (max - min)) * (wide - PLOT.left - PLOT.right);
  const merged = new Map();
  for (const [value, isUpper, rows] of measure.limits) {
    const known = merged.get(value);
    if (known) known.sign = '=';
    else merged.set(value, { value, sign: isUpper ? '≤' : '≥', rows });
  }
  const all = [...merged.values()].sort((a, b) => a.value - b.value);
  const labels = all.map((limit) => {
    const text = `${limit.sign} ${axisText(limit.value, measure.type)}`;
    return { ...limit, text, at: x(limitPlace(limit, wholeStep(measure))), wide: textWidth(text, PLOT.font) + 8 };
  });
  const places = rowsOf(labels, 4, PLOT.left, wide);
  return labels.map((label, i) => ({ ...label, ...places[i] }));
}

function limitLine(limit, at, top, high) {
  const y = PLOT.top + limit.row * PLOT.row;
  return svg('g', { class: 'limit' },
    svg('line', { x1: at, x2: at, y1: y + 5, y2: high - PLOT.bottom }),
    svg('rect', { x: limit.left, y: y - 9, width: limit.wide, height: 15, rx: 3 }),
    svg('text', { x: limit.left + limit.wide / 2, y: y + 3, 'text-anchor': 'middle' }, limit.text));
}

// The limits are always in the picture.
function measureRange(measure) {
  const whole = wholeStep(measure) / 2;
  const values = [...measure.bins.flatMap((b) => [b[0], b[1]]), ...measure.limits.flatMap((l) => [l[0] - whole, l[0] + whole])];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const edge = (max - min) * 0.02 || Math.abs(max) * 0.1 || 1;
  const isPercent = measure.unit === '%';
  return [min >= 0 && min - edge < 0 ? 0 : min - edge, isPercent && max <= 100 ? Math.min(100.0001, max + edge) : max + edge];
}

function histogramText(measure) {
  const sums = measure.bins.reduce((sum, b) => [sum[0] + b[2], sum[1] + b[3], sum[2] + b[4]], [0, 0, 0]);
  return say('measure.alt', pick(measure.measure), ...sums.map((s) => number(s)), list(measure.limits.map((l) => axisText(l[0], measure.type))));
}

// Undecided is hatched, so that nobody needs its colour.
function hatch() {
  return svg('defs', null, svg('pattern', { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { width: 6, height: 6, class: 'hatch-ground' }), svg('rect', { width: 2.5, height: 6, class: 'hatch-line' })));
}
