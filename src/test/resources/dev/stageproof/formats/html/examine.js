// What the tests ask of a page. Evaluates to an object of functions, each of which returns plain data.
(() => {
  const channels = color => color.match(/[\d.]+/g).map(Number);

  // WCAG 2.2, relative luminance and contrast ratio.
  const luminance = ([r, g, b]) => {
    const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };

  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  const background = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = channels(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
      if (color[3] > 0) throw new Error('half transparent: ' + e.outerHTML.slice(0, 80));
    }
    return [255, 255, 255];
  };

  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest('svg')) found.push(node);
    }
    return found;
  };

  const shown = element => element.checkVisibility();

  return {
    texts: () => texts().filter(node => shown(node.parentElement)).length,

    // Every text that is harder to read than WCAG's level AA allows.
    faint: () => texts().map(node => node.parentElement)
      .filter(shown)
      .map(e => [ratio(channels(getComputedStyle(e).color), background(e)), e])
      .filter(([contrast]) => contrast < 4.5)
      .map(([contrast, e]) => `${contrast.toFixed(2)} ${e.outerHTML.slice(0, 80)}`),

    hidden: selector => [...document.querySelectorAll(selector)].filter(e => !shown(e)).length,

    outcomes: selector =>
      [...document.querySelectorAll(selector)].filter(shown).map(e => e.dataset.outcome),

    // Which elements stand in which, with the names of their attributes; words and inline code aside.
    skeleton: html => {
      const page = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
      const counts = {};
      const kind = e => {
        const names = e.getAttributeNames().map(name =>
          name === 'href' ? name + '=' + e.getAttribute(name).replace(/^(#|https?:|data:,$).*/s, '$1') : name);
        return e.localName + (names.length ? '[' + names.join(' ') + ']' : '');
      };
      for (const e of page.querySelectorAll('*')) {
        const plainCode = e.localName === 'code' && e.attributes.length === 0 && e.children.length === 0;
        if (plainCode) continue;
        const name = (e.parentElement ? kind(e.parentElement) + ' > ' : '') + kind(e);
        counts[name] = (counts[name] || 0) + 1;
      }
      const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
      while (comments.nextNode()) counts.comment = (counts.comment || 0) + 1;
      return JSON.stringify(counts, Object.keys(counts).sort());
    },

    middle: selector => {
      const box = document.querySelector(selector).getBoundingClientRect();
      return {x: box.x + box.width / 2, y: box.y + box.height / 2};
    },
  };
})()
