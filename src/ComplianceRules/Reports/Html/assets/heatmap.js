// Schools (or regions) by areas on a canvas: only what is in sight is drawn. Letters and hatching say what colours say.

const CELL = { high: 26, label: 210, least: 26, title: 138 };
const SLOPE = Math.sin(Math.PI / 3);

class HeatMap {
  constructor({ rows, columns, cell, label, onOpen, rowName, describe }) {
    Object.assign(this, { rows, columns, cell, onOpen, rowName, describe });
    this.at = { row: 0, column: 0 };
    this.head = 24 + SLOPE * Math.min(CELL.title, Math.max(0, ...columns.map((name) => textWidth(name, 12))));
    this.canvas = el('canvas', { class: 'map-canvas', 'aria-hidden': 'true' });
    this.space = el('div', { class: 'map-space' });
    this.tip = el('div', { class: 'tip', hidden: true });
    this.view = el('div', { class: 'map-view', tabindex: 0, role: 'application', 'aria-roledescription': say('map.role'), 'aria-label': label, 'aria-describedby': 'map-help' }, this.space, this.canvas);
    this.node = el('div', { class: 'map' }, this.view, this.tip);
    this.view.addEventListener('scroll', () => this.draw(), { passive: true });
    this.view.addEventListener('keydown', (event) => this.key(event));
    this.view.addEventListener('focus', () => this.tell());
    this.view.addEventListener('pointermove', (event) => this.hover(event));
    this.view.addEventListener('pointerleave', () => this.hide());
    this.view.addEventListener('click', (event) => this.click(event));
    this.watch = new ResizeObserver(() => requestAnimationFrame(() => this.draw()));
    this.watch.observe(this.view);
  }

  show(rows) {
    this.rows = rows;
    this.at.row = Math.min(this.at.row, Math.max(0, rows.length - 1));
    this.draw();
  }

  measure() {
    const wide = this.view.clientWidth;
    const label = Math.min(CELL.label, Math.max(96, wide * 0.34));
    this.label = label;
    this.step = Math.max(CELL.least, (wide - label - 6) / Math.max(1, this.columns.length));
    this.space.style.width = `${label + this.step * this.columns.length}px`;
    // Browsers end at some million pixels; beyond that the scroll is scaled, as in the table.
    const all = this.rows.length * CELL.high + this.head;
    this.space.style.height = `${Math.min(all, MOST_PIXELS)}px`;
    this.view.style.maxHeight = `${all + 20}px`;
    const sight = this.view.clientHeight;
    const space = Math.min(all, MOST_PIXELS);
    this.scale = space > sight ? (all - sight) / (space - sight) : 1;
  }

  draw() {
    this.measure();
    const { clientWidth: wide, clientHeight: high, scrollLeft: left, scrollTop } = this.view;
    const top = scrollTop * this.scale;
    const dots = devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(wide * dots) || this.canvas.height !== Math.round(high * dots)) {
      this.canvas.width = Math.round(wide * dots);
      this.canvas.height = Math.round(high * dots);
      this.canvas.style.width = `${wide}px`;
      this.canvas.style.height = `${high}px`;
    }
    const pen = this.canvas.getContext('2d');
    const look = mapColours();
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    pen.fillStyle = look.ground;
    pen.fillRect(0, 0, wide, high);
    pen.font = `12px ${look.font}`;
    pen.textBaseline = 'middle';
    const first = Math.max(0, Math.floor(top / CELL.high));
    const last = Math.min(this.rows.length, Math.ceil((top + high - this.head) / CELL.high));
    for (let r = first; r < last; r++) this.drawRow(pen, look, r, this.head + r * CELL.high - top, left, wide);
    this.drawHead(pen, look, left, wide);
  }

  drawRow(pen, look, r, y, left, wide) {
    const row = this.rows[r];
    for (let c = 0; c < this.columns.length; c++) {
      const x = this.label + c * this.step - left;
      if (x + this.step < this.label || x > wide) continue;
      paintCell(pen, look, this.cell(row, c), x, y, this.step - 2, CELL.high - 2);
      if (r === this.at.row && c === this.at.column && document.activeElement === this.view) {
        pen.strokeStyle = look.focus;
        pen.lineWidth = 2.5;
        pen.strokeRect(x + 0.5, y + 0.5, this.step - 3, CELL.high - 3);
      }
    }
    pen.fillStyle = look.ground;
    pen.fillRect(0, y, this.label, CELL.high);
    pen.fillStyle = look.ink;
    pen.textAlign = 'left';
    pen.fillText(fitted(pen, this.rowName(row), this.label - 12), 0, y + CELL.high / 2);
  }

  drawHead(pen, look, left, wide) {
    pen.fillStyle = look.ground;
    pen.fillRect(0, 0, wide, this.head);
    pen.fillStyle = look.ink;
    pen.textAlign = 'left';
    this.columns.forEach((name, c) => {
      const x = this.label + c * this.step - left + this.step / 2;
      if (x < this.label || x > wide + 60) return;
      pen.save();
      pen.translate(x, this.head - 8);
      pen.rotate(-Math.PI / 3);
      pen.fillText(fitted(pen, name, CELL.title), 0, 0);
      pen.restore();
    });
    pen.fillStyle = look.line;
    pen.fillRect(0, this.head - 1, wide, 1);
  }

  // The cell below the pointer; null outside of the cells.
  cellAt(event) {
    const box = this.view.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (y < this.head) return null;
    const row = Math.floor((y - this.head + this.view.scrollTop * this.scale) / CELL.high);
    const column = Math.floor((x - this.label + this.view.scrollLeft) / this.step);
    if (row >= this.rows.length || column >= this.columns.length) return null;
    return { row, column: x < this.label ? -1 : column };
  }

  hover(event) {
    const place = this.cellAt(event);
    this.view.classList.toggle('is-over', place !== null);
    if (!place) return this.hide();
    fill(this.tip, this.describe(this.rows[place.row], place.column));
    this.tip.hidden = false;
    const box = this.node.getBoundingClientRect();
    const x = Math.min(event.clientX - box.left + 14, box.width - this.tip.offsetWidth - 4);
    this.tip.style.transform = `translate(${Math.max(0, x)}px, ${event.clientY - box.top + 18}px)`;
  }

  hide() {
    this.tip.hidden = true;
  }

  click(event) {
    const place = this.cellAt(event);
    if (place) this.onOpen(this.rows[place.row], place.column);
  }

  key(event) {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [15, 0], PageUp: [-15, 0], Home: [0, -Infinity], End: [0, Infinity] }[event.key];
    if (event.key === 'Enter' && this.rows.length > 0) this.onOpen(this.rows[this.at.row], this.at.column);
    if (!step) return;
    event.preventDefault();
    const clamp = (value, size) => Math.max(0, Math.min(size - 1, value));
    this.at = { row: clamp(this.at.row + step[0], this.rows.length), column: clamp(this.at.column + step[1], this.columns.length) };
    this.reveal();
    this.draw();
    this.tell();
  }

  reveal() {
    const sight = this.view.clientHeight - this.head;
    const top = this.view.scrollTop * this.scale;
    const y = this.at.row * CELL.high;
    if (y < top) this.view.scrollTop = y / this.scale;
    else if (y + CELL.high > top + sight) this.view.scrollTop = (y + CELL.high - sight) / this.scale;
    const x = this.at.column * this.step;
    const room = this.view.clientWidth - this.label;
    if (x < this.view.scrollLeft) this.view.scrollLeft = x;
    else if (x + this.step > this.view.scrollLeft + room) this.view.scrollLeft = x + this.step - room;
  }

  tell() {
    this.draw();
    if (this.rows.length > 0) announce(this.describe(this.rows[this.at.row], this.at.column));
  }

  close() {
    this.watch.disconnect();
  }
}

// Cells: { kind: 'none' | 'kept' | 'open' | 'waived' | 'broken', grade: 1..4, letter }
function paintCell(pen, look, cell, x, y, wide, high) {
  pen.fillStyle = look[cell.kind === 'broken' ? `grade${cell.grade}` : cell.kind];
  pen.fillRect(x, y, wide, high);
  if (cell.kind === 'open') paintHatch(pen, look, x, y, wide, high);
  if (!cell.letter) return;
  pen.fillStyle = cell.kind === 'broken' && cell.grade >= 3 ? look.onDark : look.onLight;
  pen.textAlign = 'center';
  pen.fillText(cell.letter, x + wide / 2, y + high / 2 + 0.5);
}

function paintHatch(pen, look, x, y, wide, high) {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, wide, high);
  pen.clip();
  pen.strokeStyle = look.hatch;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (let d = -high; d < wide; d += 6) {
    pen.moveTo(x + d, y + high);
    pen.lineTo(x + d + high, y);
  }
  pen.stroke();
  pen.restore();
}

function fitted(pen, text, room) {
  if (pen.measureText(text).width <= room) return text;
  let short = [...text];
  while (short.length > 1 && pen.measureText(`${short.join('')}…`).width > room) short = short.slice(0, -1);
  return `${short.join('')}…`;
}

function mapColours() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    font: style.fontFamily, ground: colour('card'), ink: colour('ink'), line: colour('line'), focus: colour('focus'), none: colour('map-none'), kept: colour('map-kept'), open: colour('map-open'),
    waived: colour('waived'), hatch: colour('hatch'), onDark: colour('on-dark'), onLight: colour('on-light'), grade1: colour('progress'), grade2: colour('advice'), grade3: colour('warning'), grade4: colour('violation'),
  };
}
