// What a screen reader is told without losing its place.

const announce = debounce(400, (text) => {
  document.getElementById('live').textContent = text;
});

// Moves the focus to the heading of a new page, as a browser does for a new document.
function focusPage() {
  const heading = document.querySelector('#main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function isReduced() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

// Draws something anew and leaves the focus where it was.
function keepFocus(place, redraw) {
  const controls = () => [...place.querySelectorAll('button, select, input, summary, a[href], [tabindex="0"]')];
  const isInside = place.contains(document.activeElement);
  const at = isInside ? controls().indexOf(document.activeElement) : -1;
  redraw();
  if (at >= 0) controls()[at]?.focus({ preventScroll: true });
  else if (isInside) focusPage();
}
