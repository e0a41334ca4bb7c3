// Where one is: the part of the address behind #, so that the back button, links and bookmarks work without a server.

function parseRoute(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/').map(safeDecode);
  const filter = {};
  for (const [key, value] of new URLSearchParams(query)) {
    if (FILTER_KEYS.includes(key)) filter[key] = LIST_KEYS.includes(key) ? value.split(',') : value;
  }
  return { page: page || 'overview', item: rest.join('/'), filter };
}

const LIST_KEYS = ['verdict', 'severity', 'status'];
const FILTER_KEYS = ['q', 'area', 'rule', 'region', 'school', 'sort', 'by', 'group', 'view', ...LIST_KEYS];

function routeTo(page, item = '', filter = {}) {
  const query = new URLSearchParams();
  for (const key of FILTER_KEYS) {
    const value = Array.isArray(filter[key]) ? filter[key].join(',') : filter[key];
    if (value) query.set(key, value);
  }
  const path = item === '' ? page : `${page}/${encodeURIComponent(item)}`;
  return `#/${path}${query.size > 0 ? `?${query}` : ''}`;
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Changes the address without a step for the back button: typing in a search box is no journey.
function replaceRoute(route) {
  history.replaceState(null, '', route);
}
