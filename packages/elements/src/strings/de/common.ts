import { plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { common as english } from '../en/common.js';

const count = /* @__PURE__ */ plural('de');

export const common: Translated<typeof english> = {
  loading: 'Wird geladen …',
  retry: 'Noch einmal versuchen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  edit: 'Bearbeiten',
  remove: 'Entfernen',
  removeNamed: (name) => `${name} entfernen`,
  more: 'Mehr zeigen',
  moreActions: 'Weitere Aktionen',
  optional: 'freiwillig',
  you: 'du',
  others: (n) => count(n, { one: '# weitere Person', other: '# weitere' }),
  charactersLeft: (n) =>
    n < 0 ? count(-n, { other: '# Zeichen zu viel' }) : count(n, { other: 'Noch # Zeichen' }),
  noHall:
    'Dieser Teil der Seite hat keine Verbindung zu Guildhall. Setze <guild-hall src="/guild"> um ihn herum.',
  badAddress: 'Das src von <guild-hall> muss eine http- oder https-Adresse sein, etwa „/guild“.',
  demoIdentity: (name) => `Demo-Identität: Du handelst als ${name}. Hier ist niemand wirklich ausgewiesen.`,
};
