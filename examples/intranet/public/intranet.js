/*
 * The intranet's own script. It knows little of Guildhall: the cookie by which the demo's server tells people apart,
 * the attribute `locale` of <guild-hall>, and which of its pages shows what Guildhall wants to open. It runs before
 * the page is drawn.
 */
(() => {
  const texts = globalThis.harbourTexts;

  /** Some of the three hundred people, to look at the page as. */
  const viewers = [
    { id: 'ana', name: 'Ana Ruiz', does: 'Support' },
    { id: 'ben', name: 'Ben Okafor', does: 'Engineering' },
    { id: 'chidi', name: 'Chidi Eze', does: 'Head of Engineering' },
    { id: 'dana', name: 'Dana Whitfield', does: 'Director, Operations' },
    { id: 'lea', name: 'Léa Moreau', does: 'Knowledge' },
    { id: 'layla', name: 'ليلى حداد', does: 'العربية', locale: 'ar' },
    { id: 'greta', name: 'Greta Schönfeld', does: 'Deutsch', locale: 'de' },
    { id: 'femi', name: 'Femi Adeyemi', text: 'hrAdmin' },
    { id: 'jon', name: 'Jon Berg', text: 'orgAdmin' },
    { id: 'marta', name: 'Marta Lindqvist', text: 'moderator' },
    { id: 'p-0001', name: 'Fermin Heaney', text: 'notThanked' },
  ];

  /** The page that shows a kind of thing, and the attribute of the element there that takes its id. */
  const pages = {
    mentorship: { path: '/mentorships.html', element: 'mentorship-hub', attribute: 'mentorship-id' },
    program: { path: '/programs.html', element: 'mentoring-program', attribute: 'program' },
    request: { path: '/mentoring.html' },
    introduction: { path: '/mentoring.html' },
    feedbackNote: { path: '/feedback.html' },
    feedbackRequest: { path: '/feedback.html' },
    review: { path: '/reviews.html' },
    cycle: { path: '/reviews.html' },
    growthPanel: { path: '/reviews.html' },
    growthArea: { path: '/reviews.html' },
    wave: { path: '/pulse.html' },
    board: { path: '/pulse.html', element: 'idea-board', attribute: 'board-id' },
  };

  const root = document.documentElement;
  const asked = cookie('guildhall-person');
  const viewer = viewers.find(({ id }) => id === asked) ?? viewers[0];
  setViewer(viewer.id);
  applyTheme();
  applyLanguage();

  // Comes when all of the page is there, and before the scripts of type "module" run.
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    applyLanguage();
    fillChoices();
    if (asked && asked !== viewer.id) tellWhoLooks();
    showAsked();
  });
  addEventListener('hashchange', showAsked);
  document.addEventListener('guild-mentorship-open', (event) => {
    // The hub itself opens it in place, with a way back.
    if (location.pathname === pages.mentorship.path) return;
    event.preventDefault();
    open('mentorship', event.mentorshipId);
  });
  document.addEventListener('guild-notification-open', ({ notification: { subject } }) =>
    open(subject.kind, subject.id),
  );

  function open(kind, id) {
    const page = pages[kind];
    if (page) location.href = page.attribute ? `${page.path}#${id}` : page.path;
  }

  /** What the address names behind its #. */
  function showAsked() {
    const asked = location.hash.slice(1);
    for (const { path, element, attribute } of Object.values(pages)) {
      const shown = attribute && path === location.pathname && document.querySelector(element);
      if (shown && asked) shown.setAttribute(attribute, asked);
      else if (shown) shown.removeAttribute(attribute);
    }
  }

  function fillChoices() {
    const words = texts[root.lang];
    const people = viewers.map(({ id, name, does, text }) => ({
      value: id,
      text: `${name} · ${does ?? words[text]}`,
    }));
    fill('viewer', people, viewer.id, (id) => {
      setViewer(id);
      location.reload();
    });
    const languages = [
      { value: '', text: words.theirs },
      { value: 'en', text: 'English' },
      { value: 'de', text: 'Deutsch' },
    ];
    const themes = [
      { value: '', text: words.system },
      { value: 'light', text: words.light },
      { value: 'dark', text: words.dark },
    ];
    fill('language', languages, kept('language'), (value) => {
      keep('language', value);
      applyLanguage();
      fillChoices();
    });
    fill('theme', themes, kept('theme'), (value) => {
      keep('theme', value);
      applyTheme();
    });
  }

  /** The chosen language, else that of the viewer; for the page and for Guildhall. */
  function applyLanguage() {
    const chosen = kept('language');
    root.lang = chosen || viewer.locale || 'en';
    root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
    for (const part of document.querySelectorAll('[data-text]'))
      part.textContent = texts[root.lang][part.dataset.text];
    for (const part of document.querySelectorAll('[data-label]'))
      part.ariaLabel = texts[root.lang][part.dataset.label];
    const named = (element) => document.querySelector(`${element} [aria-current]`)?.textContent;
    const shown = named('site-nav') ?? named('site-header');
    if (shown) document.title = `${shown} · Harbour Works`;
    for (const hall of document.querySelectorAll('guild-hall'))
      if (chosen) hall.setAttribute('locale', chosen);
      else hall.removeAttribute('locale');
  }

  function applyTheme() {
    root.dataset.theme = kept('theme') || 'system';
  }

  /** The cookie named somebody whom the choice at the top does not have. */
  function tellWhoLooks() {
    const note = document.createElement('p');
    note.className = 'note';
    note.role = 'status';
    note.textContent = texts[root.lang].unknownViewer(asked, viewer.name);
    document.querySelector('main')?.prepend(note);
  }

  function fill(id, choices, value, onChange) {
    const select = document.getElementById(id);
    const options = choices.map((choice) => new Option(choice.text, choice.value));
    select.replaceChildren(...options);
    select.value = value;
    select.onchange = () => onChange(select.value);
  }

  function setViewer(id) {
    document.cookie = `guildhall-person=${id}; SameSite=Strict; Path=/; Max-Age=31536000`;
  }

  function cookie(name) {
    const pairs = document.cookie.split('; ').map((pair) => pair.split('='));
    return pairs.find(([key]) => key === name)?.[1];
  }

  function kept(name) {
    return localStorage.getItem(`harbour-works:${name}`) ?? '';
  }

  function keep(name, value) {
    localStorage.setItem(`harbour-works:${name}`, value);
  }
})();
