// The page's only script: it lets a reader sort the names and filter them. All that it works on stands in the page already, and
// without it the page is whole. It knows the table by its class, reads text and sets text, and makes no markup out of any.
export const SCRIPT = `'use strict';
for (const table of document.querySelectorAll('table.names')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const articleOf = (row) => document.getElementById(row.querySelector('a').hash.slice(1));
  const key = (row, at) => {
    let cell = row.cells[Math.min(at, row.cells.length - 1)];
    if (row.cells.length < heads.length) cell = at < 3 ? row.cells[at] : at < 6 ? row.cells[3] : row.cells[at - 2];
    const time = cell.querySelector('time');
    return time ? time.dateTime : cell.querySelector('.v') ? String(['yes', 'not ordered', 'unknown', 'not yet'].indexOf(cell.textContent)) : cell.textContent.toLowerCase();
  };
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keys = new Map(rows.map((row) => [row, key(row, at)]));
      const sorted = [...rows].sort((a, b) => (keys.get(a) < keys.get(b) ? -1 : keys.get(a) > keys.get(b) ? 1 : 0));
      body.append(...(down ? sorted.reverse() : sorted));
    });
  });
  const form = table.closest('section').querySelector('form.filter');
  const [text, state, out] = [form.querySelector('input'), form.querySelector('select'), form.querySelector('output')];
  const states = {
    open: (row) => row.dataset.state !== 'met' && row.dataset.state !== 'released',
    late: (row) => /reverted|overdue/.test(row.dataset.flags || ''),
  };
  const filter = () => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const wanted = states[state.value] || ((row) => state.value === '' || row.dataset.state === state.value);
    let shown = 0;
    for (const row of rows) {
      const said = row.textContent.toLowerCase();
      const isShown = wanted(row) && words.every((word) => said.includes(word));
      row.hidden = !isShown;
      const article = articleOf(row);
      if (article) article.hidden = !isShown;
      if (isShown) shown += 1;
    }
    out.textContent = shown + ' of ' + rows.length + ' names shown';
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  filter();
}
`;
