import { plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { recognition as english } from '../en/recognition.js';

const count = /* @__PURE__ */ plural('de');

export const recognition: Translated<typeof english> = {
  wallTitle: 'Dank im Haus',
  wallFilter: 'Welcher Dank zu sehen ist',
  filterEveryone: 'Alle',
  filterTeam: 'Mein Team',
  filterMine: 'An mich',
  filterGiven: 'Von mir',
  wallEmpty: 'Hier wurde noch niemandem gedankt. Sag als Erstes, was jemand für dich getan hat.',
  wallEmptyFiltered: 'Hier gibt es noch keinen Dank. Sieh dir den von allen an.',
  wallEnd: 'Das ist alles.',
  arrived: (n) => count(n, { one: '# neuer Dank', other: '# neue Danksagungen' }),

  cardLabel: 'Dank an {receivers} von {giver}',
  thankedBy: 'Dank von {giver}',
  impact: 'Wirkung: {impact}',
  edited: 'bearbeitet',
  mentorships: {
    mentoring: 'Mentoring',
    coaching: 'Coaching',
    buddy: 'Patenschaft',
    peer: 'Mentoring unter Gleichen',
    circle: 'Mentoring-Kreis',
  },
  thanks: (n) => count(n, { one: 'einmal dafür gedankt', other: '#-mal dafür gedankt' }),
  react: 'Dem Dank anschließen',
  reactions: (n) => count(n, { one: '# Person schließt sich an', other: '# Personen schließen sich an' }),
  comments: (n) => count(n, { one: '# Kommentar', other: '# Kommentare' }),
  writeComment: 'Kommentar schreiben',
  sendComment: 'Kommentieren',
  removeComment: 'Kommentar entfernen',
  withdraw: 'Zurücknehmen',
  withdrawQuestion: 'Diesen Dank zurücknehmen? Er verschwindet für alle, und Punkte kommen zu dir zurück.',
  moderate: 'Von der Wand nehmen',
  moderateReason: 'Warum wird der Dank entfernt?',
  editUntil: (time) => `Du kannst den Text bis ${time} ändern.`,
  points: (n) => count(n, { one: '# Punkt', other: '# Punkte' }),
  audiencePublic: 'Alle können das sehen',
  audienceTeam: 'Die Teams der Bedankten können das sehen',
  audiencePrivate: 'Nur die Bedankten und wer gedankt hat können das sehen',
};
