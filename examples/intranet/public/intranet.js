/*
 * The intranet's own script. It knows little of Guildhall: the cookie by which the demo's server tells people apart,
 * the attribute `locale` of <guild-hall>, and which of its pages shows what Guildhall wants to open. It runs before
 * the page is drawn.
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
    { id: 'marta', name: 'Marta Lindqvist', does: 'moderator, programs' },
    { id: 'p-0001', name: 'Fermin Heaney', does: 'not thanked yet' },
  ];

  const texts = {
    en: {
      home: 'Home',
      people: 'People',
      news: 'News',
      mentoring: 'Mentoring',
      findMentor: 'Find a mentor',
      mentorships: 'My mentorships',
      programs: 'Programs',
      console: 'Run a program',
      feedback: 'Feedback',
      notes: 'Notes',
      reviews: 'Reviews',
      pulse: 'Team pulse',
      runReview: 'Run a review',
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
      mentoring: 'Mentoring',
      findMentor: 'Mentorin oder Mentor finden',
      mentorships: 'Meine Mentorings',
      programs: 'Programme',
      console: 'Programm leiten',
      feedback: 'Feedback',
      notes: 'Notizen',
      reviews: '360-Feedback',
      pulse: 'Teampuls',
      runReview: '360-Feedback leiten',
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
      mentoring: 'الإرشاد',
      findMentor: 'ابحث عن مرشد',
      mentorships: 'علاقات الإرشاد',
      programs: 'البرامج',
      console: 'إدارة برنامج',
      feedback: 'الملاحظات',
      notes: 'رسائل',
      reviews: 'التقييمات',
      pulse: 'نبض الفريق',
      runReview: 'إدارة تقييم',
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
