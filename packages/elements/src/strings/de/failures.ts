import { plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { failures as english } from '../en/failures.js';

const count = /* @__PURE__ */ plural('de');

export const failures: Translated<typeof english> = {
  network: 'Die Verbindung ist weg. Dein Text bleibt erhalten; versuch es wieder, sobald du online bist.',
  'input.invalid': 'Etwas im Formular passt noch nicht. Was du geschrieben hast, bleibt erhalten.',
  'kudos.withdrawn': 'Dieser Dank wurde zurückgenommen.',
  invalid: 'So lässt sich das nicht senden. Dein Text bleibt erhalten; bitte sieh ihn noch einmal durch.',
  unauthenticated: 'Du bist abgemeldet. Melde dich wieder an; was du geschrieben hast, bleibt erhalten.',
  forbidden:
    'Das darfst du hier nicht. Wenn es anders sein sollte, frag die Leute, die diese Seite betreiben.',
  not_found: 'Das gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  conflict: 'Inzwischen hat jemand etwas geändert. Sieh noch einmal hin und versuch es dann wieder.',
  limited: ({ retryAfter }) =>
    retryAfter === undefined
      ? 'Das war viel auf einmal. Warte einen Moment und versuch es wieder; dein Text bleibt erhalten.'
      : `Das war viel auf einmal. Versuch es in ${count(retryAfter, { one: '# Sekunde', other: '# Sekunden' })} wieder; dein Text bleibt erhalten.`,
  unavailable: 'Der Server ist gerade nicht erreichbar. Nichts ist verloren; versuch es gleich noch einmal.',
  internal: 'Bei uns ist etwas schiefgegangen. Dein Text bleibt erhalten; versuch es gleich noch einmal.',
};
