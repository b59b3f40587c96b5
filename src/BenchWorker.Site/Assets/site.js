// Sorting, filtering, search, cells that explain themselves. Every page says everything without this file.
(() => {
  'use strict';

  const root = new URL('..', document.currentScript.src);
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const draw = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  // Scripts answer by calling back, because a page opened from a folder may run them but may not read other files.
  const loading = new Map();
  const answers = {};
  const load = (address, name) => {
    if (!loading.has(address)) {
      loading.set(address, new Promise((resolve) => {
        const script = make('script', { src: address });
        script.onload = () => resolve(answers[name]);
        script.onerror = () => resolve(undefined);
        document.head.append(script);
      }));
    }
    return loading.get(address);
  };
  window.benchworker = {
    cells: (figure, cells) => { answers[figure] = cells; },
    search: (entries) => { answers.search = entries; },
  };

  // ---- tables

  const key = (row, column, numeric) => {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent.trim();
    if (text === '' && cell.dataset.sort !== undefined) return null;
    return cell.dataset.sort !== undefined || numeric ? Number(text.replace('−', '-')) : text;
  };

  // Rows without a value stay last whichever way the column is sorted.
  const compare = (a, b, sign) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(a, b));
  };

  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const given = new Map([...table.tBodies[0].rows].map((row, index) => [row, index]));
    heads.forEach((head, column) => {
      const way = head.dataset.sortable;
      if (way === undefined) return;
      const button = make('button', { type: 'button' }, ...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const first = way === 'descending' ? 'descending' : 'ascending';
        const other = first === 'ascending' ? 'descending' : 'ascending';
        const order = head.getAttribute('aria-sort') === first ? other : first;
        heads.forEach((each) => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', order);
        const sign = order === 'ascending' ? 1 : -1;
        const numeric = head.classList.contains('n');
        const rows = [...given].map(([row, index]) => ({ row, index, key: way === 'given' ? index : key(row, column, numeric) }));
        rows.sort((a, b) => compare(a.key, b.key, sign) || a.index - b.index);
        table.classList.toggle('sorted', !(column === 0 && order === first));
        table.tBodies[0].append(...rows.map(({ row }) => row));
      });
    });
  };

  const groupNames = [['ranked', 'Ranked'], ['complete', 'Measured on everything'], ['first', 'May be first']];

  const filterable = (list) => {
    const items = all('[data-find]', list);
    if (items.length < 8) return;
    const input = make('input', { type: 'search' });
    const count = make('output');
    const tools = make('div', { className: 'tools' }, make('label', {}, list.dataset.filter + ' ', input));
    const groups = groupNames.filter(([group]) => {
      const size = items.filter((item) => words(item.dataset.groups ?? '').includes(group)).length;
      return size > 0 && size < items.length;
    });
    const choice = make('select', {}, make('option', { value: '', textContent: 'All' }), ...groups.map(([value, textContent]) => make('option', { value, textContent })));
    if (groups.length > 0) tools.append(make('label', {}, 'Show ', choice));
    tools.append(count);
    (list.closest('.scroll') ?? list).before(tools);
    const names = items.map((item) => item.dataset.find.toLowerCase());
    const show = () => {
      const sought = words(input.value);
      let shown = 0;
      items.forEach((item, index) => {
        const match = sought.every((word) => names[index].includes(word)) && (choice.value === '' || words(item.dataset.groups ?? '').includes(choice.value));
        item.hidden = !match;
        shown += match;
      });
      count.textContent = shown < items.length ? `${shown} of ${items.length}` : '';
    };
    input.addEventListener('input', show);
    choice.addEventListener('change', show);
  };

  // A table whose columns stand in groups can be narrowed to one of them.
  const narrowable = (data) => {
    const heads = all('th[data-group]', data);
    const groups = [...new Set(heads.map((head) => head.dataset.group))];
    if (groups.length < 2) return;
    const choice = make('select', {}, ...['', ...groups].map((value) => make('option', { value, textContent: value || 'All' })));
    data.querySelector('summary').after(make('div', { className: 'tools' }, make('label', {}, 'Columns ', choice)));
    choice.addEventListener('change', () => all('table', data).forEach((table) => {
      const hidden = [...table.tHead.rows[0].cells].map((head, column) => column > 0 && choice.value !== '' && head.dataset.group !== choice.value);
      [...table.rows].forEach((row) => hidden.forEach((hide, column) => { row.cells[column].hidden = hide; }));
    }));
  };

  // ---- figures

  const tip = make('div', { className: 'tip', hidden: true });
  const hideTip = () => { tip.hidden = true; };

  // Every cell that says something, as a box of the drawing. Packed cells are named by codes, and every panel of them is one row of the
  // figure's table; the cells of other panels are named by their row and their column; marks bring their names along.
  const cellsOf = (found) => {
    if (found.cells) return found.cells;
    const cells = [];
    found.panels.forEach((panel, p) => panel.texts.forEach((text, place) => {
      if (!text) return;
      const { rows, columns, codes } = panel;
      const row = Math.floor(place / columns.starts.length);
      const column = place % columns.starts.length;
      const names = codes ? [codes[place]] : [rows.labels[row], columns.labels[column]];
      const address = codes ? [0, p, place] : [p, rows.order[row], columns.order[column]];
      cells.push({ x: columns.starts[column], y: rows.starts[row], width: columns.size, height: rows.size, text, names: [panel.title, ...names].filter(Boolean), address: address.join() });
    }));
    found.marks.forEach(([x, y, width, height, row, column, text, names]) => cells.push({ x, y, width, height, text, names, address: `0,${row},${column}` }));
    found.cells = cells;
    found.byAddress = new Map(cells.map((cell) => [cell.address, cell]));
    return cells;
  };

  const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  const distance = (cell, [x, y]) => Math.hypot(middle(cell)[0] - x, middle(cell)[1] - y);
  const nearest = (cells, far) => cells.reduce((best, cell) => (best && far(best) <= far(cell) ? best : cell), null);

  // Where boxes overlap, as those of lines that cross, the nearest counts.
  const cellAt = (found, x, y) => nearest(
    cellsOf(found).filter((cell) => x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height),
    (cell) => distance(cell, [x, y]));

  // The next cell in a direction: how far ahead it lies counts less than how far aside.
  const cellBeyond = (found, from, [right, down]) => {
    const ahead = (cell) => (middle(cell)[0] - middle(from)[0]) * right + (middle(cell)[1] - middle(from)[1]) * down;
    const aside = (cell) => Math.abs((middle(cell)[0] - middle(from)[0]) * down + (middle(cell)[1] - middle(from)[1]) * right);
    return nearest(cellsOf(found).filter((cell) => ahead(cell) > 0.5), (cell) => ahead(cell) + 3 * aside(cell));
  };

  const outline = (plot, found, cells, name) => {
    plot.querySelector(`svg.${name}`)?.remove();
    if (cells.length === 0) return;
    const path = cells.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
    const overlay = draw('svg', { viewBox: `0 0 ${found.width} ${found.height}`, 'aria-hidden': 'true', class: name });
    overlay.append(draw('path', { d: path, class: 'halo' }), draw('path', { d: path, class: 'line' }));
    overlay.style.width = `${plot.querySelector('img').offsetWidth}px`;
    plot.append(overlay);
  };

  // Below the point, or above it where there is no room; beside a box that must be seen whole, further down.
  const showTip = (words, x, y, clear = 18) => {
    tip.replaceChildren(...words);
    tip.hidden = false;
    tip.style.left = `${Math.max(8, Math.min(x + 14, window.innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${y + clear + tip.offsetHeight > window.innerHeight ? y - tip.offsetHeight - clear : y + clear}px`;
  };

  const wordsOf = ({ text, names }) => [make('b', { textContent: text }), ` ${names.join(' · ')}`];

  const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  const pointable = (figure) => {
    const plot = figure.querySelector('.plot');
    const image = plot.querySelector('img');
    const cells = () => load(figure.dataset.script, figure.id);
    const heard = make('output', { className: 'unseen' });
    let here = null;
    plot.after(heard);
    plot.addEventListener('pointerenter', cells);
    plot.addEventListener('pointerleave', hideTip);
    plot.addEventListener('pointermove', async (event) => {
      const found = await cells();
      if (!found) return;
      const box = image.getBoundingClientRect();
      const scale = found.width / box.width;
      const hit = cellAt(found, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
      if (hit) showTip(wordsOf(hit), event.clientX, event.clientY);
      else hideTip();
    });

    const leave = () => {
      here = null;
      hideTip();
      plot.querySelector('svg.here')?.remove();
      heard.textContent = '';
    };
    // Once the page has come to rest where the focus took it.
    plot.addEventListener('focus', () => requestAnimationFrame(() => {
      if (!plot.matches(':focus-visible') || here) return;
      const box = image.getBoundingClientRect();
      showTip(['The arrow keys go from cell to cell.'], box.left - 6, Math.max(0, box.top), 8);
      heard.textContent = tip.textContent;
    }));
    plot.addEventListener('blur', leave);
    plot.addEventListener('keydown', async (event) => {
      if (event.key === 'Escape' && here) {
        leave();
        event.stopPropagation();
      }
      const way = arrows[event.key];
      if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const found = await cells();
      if (!found || document.activeElement !== plot) return;
      const next = here ? cellBeyond(found, here, way) : nearest(cellsOf(found), (cell) => cell.y * found.width + cell.x);
      if (!next) return;
      here = next;
      outline(plot, found, [here], 'here');
      const scale = image.offsetWidth / found.width;
      plot.scrollLeft = Math.max(Math.min(plot.scrollLeft, here.x * scale - 8), (here.x + here.width) * scale + 8 - plot.clientWidth);
      plot.querySelector('svg.here .line').scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const box = image.getBoundingClientRect();
      const [x, y] = middle(here);
      showTip(wordsOf(here), box.left + x * scale, box.top + y * scale, here.height * scale / 2 + 8);
      heard.textContent = tip.textContent;
    });
  };

  // ---- observations: "panel,row,column" or "panel,row,from-to", separated by spaces

  const addresses = (text) => text.split(' ').flatMap((part) => {
    const [panel, row, span] = part.split(',');
    const [from, to = from] = span.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => [Number(panel), Number(row), from + i]);
  });

  const explained = (figure) => {
    const items = all(`[data-figure="${figure.id}"][data-cells]`);
    if (items.length === 0) return;
    const plot = figure.querySelector('.plot');
    const told = make('output', { className: 'told' });
    plot.after(told);
    let pinned = null;

    const markTable = (cells) => {
      all(`table[data-figure="${figure.id}"] td.marked`).forEach((cell) => cell.classList.remove('marked'));
      cells.forEach(([panel, row, column]) =>
        document.querySelector(`table[data-figure="${figure.id}"][data-panel="${panel}"] tr[data-row="${row}"]`)?.cells[column + 1]?.classList.add('marked'));
    };

    const mark = async (item) => {
      const wanted = item ? addresses(item.dataset.cells) : [];
      markTable(wanted);
      const found = figure.dataset.script && wanted.length ? await load(figure.dataset.script, figure.id) : null;
      plot.querySelector('svg.marks')?.remove();
      // What is told of the chosen one stays while others are pointed at: lines that came and went would move the page under the pointer.
      if (!pinned) told.textContent = '';
      if (!found || (item !== pinned && !item.matches(':hover'))) return;
      cellsOf(found);
      const cells = wanted.map((address) => found.byAddress.get(address.join())).filter(Boolean);
      const texts = cells.map(({ text, names }) => `${names.join(', ')}: ${text}`);
      outline(plot, found, cells, 'marks');
      if (item === pinned) told.textContent = texts.length > 6 ? `${texts.length} cells: ${texts.slice(0, 5).join('; ')} …` : texts.join('; ');
    };

    items.forEach((item) => {
      const button = make('button', { type: 'button', className: 'show', textContent: 'Show' });
      button.setAttribute('aria-pressed', 'false');
      button.setAttribute('aria-label', `Show the cells of: ${item.textContent.trim()}`);
      item.append(' ', button);
      button.addEventListener('click', () => {
        pinned = pinned === item ? null : item;
        items.forEach((each) => {
          each.classList.toggle('pinned', each === pinned);
          each.querySelector('.show').setAttribute('aria-pressed', String(each === pinned));
        });
        mark(pinned);
        const box = plot.getBoundingClientRect();
        if (pinned && (box.bottom < 80 || box.top > window.innerHeight - 80)) plot.scrollIntoView({ block: 'center' });
      });
      item.addEventListener('pointerenter', () => mark(item));
      item.addEventListener('pointerleave', () => mark(pinned));
    });
  };

  // First what hides something, then what is marked.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (tip.hidden) all('.pinned .show').forEach((button) => button.click());
    hideTip();
  });

  // ---- search over boards and models

  const searchable = (top) => {
    const input = make('input', { type: 'search', placeholder: 'Search', autocomplete: 'off' });
    input.setAttribute('aria-label', 'Search boards and models');
    const found = make('ul', { hidden: true });
    const status = make('output', { className: 'unseen' });
    const box = make('search', { className: 'search' }, input, found, status);
    top.append(box);
    const show = async () => {
      const sought = words(input.value);
      const entries = (sought.length && await load(new URL('search.js', root).href, 'search')) || [];
      const ranked = [];
      for (const [name, path, kind] of entries) {
        const text = name.toLowerCase();
        if (sought.every((word) => text.includes(word))) ranked.push({ name, path, kind, at: text.indexOf(sought[0]) });
        if (ranked.length >= 500) break;
      }
      ranked.sort((a, b) => a.at - b.at || a.name.length - b.name.length);
      found.replaceChildren(...ranked.slice(0, 12).map(({ name, path, kind }) =>
        make('li', {}, make('a', { href: new URL(path, root).href }, name, make('span', { className: 'kind', textContent: ' ' + kind })))));
      if (sought.length && ranked.length === 0) found.append(make('li', { className: 'muted', textContent: 'Nothing found' }));
      found.hidden = sought.length === 0;
      status.textContent = sought.length ? `${ranked.length} found` : '';
    };
    input.addEventListener('input', show);
    box.addEventListener('keydown', (event) => {
      const links = [input, ...all('a', found)];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') { found.hidden = true; input.focus(); }
      if (event.key === 'Enter' && event.target === input && links[1]) links[1].click();
      if (!step || found.hidden) return;
      event.preventDefault();
      links[(links.indexOf(document.activeElement) + step + links.length) % links.length].focus();
    });
    box.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) found.hidden = true; });
    input.addEventListener('focus', () => { if (input.value) show(); });
  };

  // ---- text to copy

  const copyable = (text) => {
    if (!navigator.clipboard) return;
    const button = make('button', { type: 'button', className: 'copy', textContent: 'Copy' });
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    text.before(button);
  };

  // On a phone the menu is one line that scrolls; the page's own entry is brought into view.
  all('.top [aria-current]').forEach((here) => { here.closest('nav').scrollLeft = here.offsetLeft - 32; });

  all('table[data-sorts]').forEach(sortable);
  all('[data-filter]').forEach(filterable);
  all('details.data').forEach(narrowable);
  all('figure[data-script]').forEach(pointable);
  all('figure[id]').forEach(explained);
  all('[data-copy]').forEach(copyable);
  all('.top .wide').forEach(searchable);
  document.body.append(tip);
})();
