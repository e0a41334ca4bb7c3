// A table of which only the rows in sight are there. Rows have one height; a million of them would be higher than a browser can scroll, so the scroll is scaled.

const MOST_PIXELS = 8_000_000;
const ROWS_BESIDE = 6;

class Grid {
  constructor({ columns, label, onOpen, onSort, render }) {
    Object.assign(this, { columns, onOpen, onSort, render });
    this.items = [];
    this.active = 0;
    this.shown = new Map();
    this.spacer = el('div', { class: 'grid-spacer', role: 'presentation' });
    this.body = el('div', { class: 'grid-body', role: 'rowgroup' }, this.spacer);
    this.headRow = el('div', { class: 'grid-row grid-head', role: 'row', 'aria-rowindex': 1 });
    this.view = el('div', { class: 'grid-view', role: 'presentation' }, this.body);
    this.node = el('div', { class: 'grid', role: 'grid', 'aria-label': label, 'aria-colcount': columns.length },
      el('div', { role: 'rowgroup', class: 'grid-header' }, this.headRow), this.view);
    this.view.addEventListener('scroll', () => this.draw(), { passive: true });
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', (event) => this.click(event));
    this.watch = new ResizeObserver(() => requestAnimationFrame(() => this.draw(true)));
    this.watch.observe(this.view);
  }

  get rowHeight() {
    return Number.parseFloat(getComputedStyle(this.view).getPropertyValue('--row')) || 44;
  }

  show(items, sort, isDescending) {
    this.items = items;
    this.active = Math.min(this.active, Math.max(0, items.length - 1));
    this.node.setAttribute('aria-rowcount', items.length + 1);
    fill(this.headRow, this.columns.map((column, i) => this.header(column, i, sort, isDescending)));
    this.draw(true);
  }

  header(column, i, sort, isDescending) {
    const isSorted = sort === column.key;
    const state = isSorted ? (isDescending ? 'descending' : 'ascending') : 'none';
    const button = el('button', { type: 'button', class: 'sort', onclick: () => this.onSort(column.key, isSorted && !isDescending) },
      column.title, el('span', { class: `arrow ${state}`, 'aria-hidden': 'true' }));
    return el('div', { role: 'columnheader', class: `cell ${column.class}`, 'aria-colindex': i + 1, 'aria-sort': column.key ? state : null }, column.key ? button : column.title);
  }

  // Draws what is in sight, and keeps rows that are there already.
  draw(isNew = false) {
    const height = this.rowHeight;
    const all = this.items.length * height;
    const space = Math.min(all, MOST_PIXELS);
    this.spacer.style.height = `${space}px`;
    const sight = this.view.clientHeight || 600;
    const scale = space > sight ? (all - sight) / (space - sight) : 1;
    const top = this.view.scrollTop * scale;
    const first = Math.max(0, Math.floor(top / height) - ROWS_BESIDE);
    const last = Math.min(this.items.length, Math.ceil((top + sight) / height) + ROWS_BESIDE);
    const focused = this.body.contains(document.activeElement) ? document.activeElement.closest('.grid-row') : null;
    for (const [at, row] of this.shown) {
      if (isNew || (row !== focused && (at < first || at >= last))) {
        row.remove();
        this.shown.delete(at);
      }
    }
    for (let at = first; at < last; at++) if (!this.shown.has(at)) this.make(at);
    for (const [at, row] of this.shown) row.style.transform = `translateY(${at * height - top + this.view.scrollTop}px)`;
    // Rows made anew, as after a change of width, must not lose the place of whoever reads them.
    if (isNew && focused) this.shown.get(this.active)?.focus({ preventScroll: true });
  }

  make(at) {
    const row = el('div', { class: 'grid-row', role: 'row', 'aria-rowindex': at + 2, tabindex: at === this.active ? 0 : -1 });
    row.dataset.at = at;
    this.render(this.items[at]).forEach((content, i) => {
      row.append(el('div', { role: 'gridcell', class: `cell ${this.columns[i].class}`, 'aria-colindex': i + 1 }, content));
    });
    this.body.append(row);
    this.shown.set(at, row);
    return row;
  }

  click(event) {
    const row = event.target.closest('.grid-row');
    if (!row || event.target.closest('a') || String(getSelection())) return;
    this.active = Number(row.dataset.at);
    this.onOpen(this.items[this.active]);
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.view.clientHeight / this.rowHeight) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.focus(Math.max(0, Math.min(this.items.length - 1, this.active + step)));
    } else if (event.key === 'Enter' && !event.target.closest('a')) {
      event.preventDefault();
      this.onOpen(this.items[this.active]);
    }
  }

  focus(at) {
    const before = this.shown.get(this.active);
    if (before) before.tabIndex = -1;
    this.active = at;
    this.reveal(at);
    this.draw();
    const row = this.shown.get(at);
    if (!row) return;
    row.tabIndex = 0;
    row.focus({ preventScroll: true });
  }

  reveal(at) {
    const height = this.rowHeight;
    const all = this.items.length * height;
    const space = Math.min(all, MOST_PIXELS);
    const sight = this.view.clientHeight;
    const scale = space > sight ? (all - sight) / (space - sight) : 1;
    const top = this.view.scrollTop * scale;
    const wanted = at * height < top ? at * height : (at + 1) * height > top + sight ? (at + 1) * height - sight : top;
    if (wanted !== top) this.view.scrollTop = wanted / scale;
  }

  close() {
    this.watch.disconnect();
  }
}
