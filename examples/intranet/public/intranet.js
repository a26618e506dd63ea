/*
 * The intranet's own script. It knows nothing of Guildhall but two things: the cookie by which the demo's server
 * tells people apart, and the attribute `locale` of <guild-hall>. It runs before the page is drawn.
 */
(() => {
  /** Some of the three hundred people, to look at the page as. */
  const viewers = [
    { id: 'ana', name: 'Ana Ruiz', does: 'Support' },
    { id: 'ben', name: 'Ben Okafor', does: 'Engineering' },
    { id: 'chidi', name: 'Chidi Eze', does: 'Head of Engineering' },
    { id: 'dana', name: 'Dana Whitfield', does: 'Director, Operations' },
    { id: 'lea', name: 'Léa Moreau', does: 'Knowledge' },
    { id: 'layla', name: 'ليلى حداد', does: 'العربية', locale: 'ar' },
    { id: 'greta', name: 'Greta Schönfeld', does: 'Deutsch', locale: 'de' },
    { id: 'femi', name: 'Femi Adeyemi', does: 'HR admin' },
    { id: 'jon', name: 'Jon Berg', does: 'org admin' },
    { id: 'marta', name: 'Marta Lindqvist', does: 'moderator' },
    { id: 'p-0001', name: 'Fermin Heaney', does: 'not thanked yet' },
  ];

  const texts = {
    en: {
      home: 'Home',
      people: 'People',
      news: 'News',
      projects: 'Projects',
      handbook: 'Handbook',
      language: 'Language',
      theme: 'Colors',
      settings: 'Language and colors',
      signedIn: 'Signed in as',
      thanks: 'Thanks around the house',
      theirs: 'My language',
      system: 'As the device',
      light: 'Light',
      dark: 'Dark',
    },
    de: {
      home: 'Start',
      people: 'Menschen',
      news: 'Neues',
      projects: 'Projekte',
      handbook: 'Handbuch',
      language: 'Sprache',
      theme: 'Farben',
      settings: 'Sprache und Farben',
      signedIn: 'Angemeldet als',
      thanks: 'Dank im Haus',
      theirs: 'Meine Sprache',
      system: 'Wie das Gerät',
      light: 'Hell',
      dark: 'Dunkel',
    },
    ar: {
      home: 'الرئيسية',
      people: 'الأشخاص',
      news: 'الأخبار',
      projects: 'المشاريع',
      handbook: 'الدليل',
      language: 'اللغة',
      theme: 'الألوان',
      settings: 'اللغة والألوان',
      signedIn: 'تم الدخول باسم',
      thanks: 'شكرًا لكم',
      theirs: 'لغتي',
      system: 'حسب الجهاز',
      light: 'فاتح',
      dark: 'داكن',
    },
  };

  const root = document.documentElement;
  const viewer = viewers.find(({ id }) => id === cookie('guildhall-person')) ?? viewers[0];
  setViewer(viewer.id);
  applyTheme();
  applyLanguage();

  // Comes when all of the page is there, and before the scripts of type "module" run.
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    fill('viewer', viewers.map(optionOf), viewer.id, (id) => {
      setViewer(id);
      location.reload();
    });
    fillChoices();
    applyLanguage();
  });

  function fillChoices() {
    const words = texts[root.lang];
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
    for (const hall of document.querySelectorAll('guild-hall'))
      if (chosen) hall.setAttribute('locale', chosen);
      else hall.removeAttribute('locale');
  }

  function applyTheme() {
    root.dataset.theme = kept('theme') || 'system';
  }

  function optionOf({ id, name, does }) {
    return { value: id, text: `${name} · ${does}` };
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
