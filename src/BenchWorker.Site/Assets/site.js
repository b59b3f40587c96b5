// Sorting, filtering and freshness. Every page says everything without this file.
(() => {
  'use strict';

  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

  const key = (row, column) => {
    const cell = row.cells[column];
    const declared = cell.dataset.sort;
    if (declared === undefined) return cell.textContent.trim();
    return declared === '' ? null : Number(declared);
  };

  // Rows without a value stay last whichever way the column is sorted.
  const compare = (a, b, sign) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(a, b));
  };

  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.dataset.sortable === undefined) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const first = head.dataset.sortable === 'descending' ? 'descending' : 'ascending';
        const other = first === 'ascending' ? 'descending' : 'ascending';
        const order = head.getAttribute('aria-sort') === first ? other : first;
        heads.forEach((each) => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', order);
        const sign = order === 'ascending' ? 1 : -1;
        const rows = [...table.tBodies[0].rows].map((row, index) => ({ row, index, key: key(row, column) }));
        rows.sort((a, b) => compare(a.key, b.key, sign) || a.index - b.index);
        rows.forEach(({ row }) => row.classList.remove('apart'));
        table.tBodies[0].append(...rows.map(({ row }) => row));
      });
    });
  };

  const filterable = (list) => {
    const items = [...list.querySelectorAll('[data-find]')];
    if (items.length < 8) return;
    const tools = document.createElement('div');
    tools.className = 'tools';
    const label = document.createElement('label');
    label.textContent = list.dataset.filter + ' ';
    const input = document.createElement('input');
    input.type = 'search';
    label.append(input);
    const count = document.createElement('output');
    tools.append(label, count);
    (list.closest('.scroll') ?? list).before(tools);
    const names = items.map((item) => item.dataset.find.toLowerCase());
    const show = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      items.forEach((item, index) => {
        const match = words.every((word) => names[index].includes(word));
        item.hidden = !match;
        shown += match;
      });
      count.textContent = words.length ? `${shown} of ${items.length}` : '';
    };
    input.addEventListener('input', show);
  };

  document.querySelectorAll('table[data-sorts]').forEach(sortable);
  document.querySelectorAll('[data-filter]').forEach(filterable);

  const published = document.documentElement.dataset.published;
  const place = document.getElementById('published');
  if (published && place) place.textContent = 'Published ' + published;
})();
