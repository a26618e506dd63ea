/*
 * The header of every page, <site-header>, and the links of the part of the intranet that a page is in, <site-nav>.
 * Both stand in a page before it is drawn; intranet.js puts the words in.
 */
(() => {
  /** The parts of the intranet with their pages, each with the name of its text. */
  const parts = [
    { text: 'home', pages: [{ path: '/', text: 'home' }] },
    { text: 'people', pages: [{ path: '/people.html', text: 'people' }] },
    {
      text: 'mentoring',
      pages: [
        { path: '/mentoring.html', text: 'findMentor' },
        { path: '/mentorships.html', text: 'mentorships' },
        { path: '/programs.html', text: 'programs' },
        { path: '/console.html', text: 'console' },
      ],
    },
    {
      text: 'feedback',
      pages: [
        { path: '/feedback.html', text: 'notes' },
        { path: '/reviews.html', text: 'reviews' },
        { path: '/pulse.html', text: 'pulse' },
        { path: '/review-console.html', text: 'runReview' },
      ],
    },
  ];

  const here = location.pathname.replace(/index\.html$/, '');
  const part = parts.find(({ pages }) => pages.some(({ path }) => path === here));

  customElements.define(
    'site-header',
    class extends HTMLElement {
      connectedCallback() {
        if (this.hasChildNodes()) return;
        const brand = make('a', { class: 'brand', href: '/' }, 'Harbour Works');
        const links = parts.map(({ text, pages: [first] }) => link(first.path, text, text === part?.text));
        const nav = make('nav', { 'aria-label': 'Harbour Works' }, ...links);
        const viewer = make('label', { class: 'viewer' }, said('signedIn'), make('select', { id: 'viewer' }));
        const open = { popovertarget: 'settings', 'data-label': 'settings' };
        const icons = make('div', { class: 'icons' });
        icons.append(make('notification-center'), make('button', open, sliders()));
        const settings = make('div', { id: 'settings', popover: '' });
        settings.append(choice('language'), choice('theme'));
        this.append(make('header', {}, brand, nav, viewer, icons, settings));
      }
    },
  );

  customElements.define(
    'site-nav',
    class extends HTMLElement {
      connectedCallback() {
        if (this.hasChildNodes() || !part) return;
        const links = part.pages.map(({ path, text }) => link(path, text, path === here));
        const title = part.pages.find(({ path }) => path === here).text;
        this.append(make('h1', { class: 'unseen', 'data-text': title }));
        this.append(make('nav', { class: 'sub', 'data-label': part.text }, ...links));
      }
    },
  );

  function link(path, text, isCurrent) {
    const current = path === here ? 'page' : 'true';
    return make('a', { href: path, 'data-text': text, ...(isCurrent && { 'aria-current': current }) });
  }

  function choice(name) {
    return make('label', {}, said(name), make('select', { id: name }));
  }

  function said(text) {
    return make('span', { 'data-text': text });
  }

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /** The picture of two sliders. */
  function sliders() {
    const svg = drawn('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
    svg.append(drawn('path', { d: 'M2 5h6m4 0h2M2 11h2m4 0h6' }));
    svg.append(drawn('circle', { cx: 10, cy: 5, r: 2 }), drawn('circle', { cx: 6, cy: 11, r: 2 }));
    return svg;
  }

  function drawn(tag, attributes) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
})();
