import { formats, plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { errors as english } from '../en/errors.js';

const count = /* @__PURE__ */ plural('de');
const number = (value: unknown) => formats('de').number(Number(value ?? 0));

export const errors: Translated<typeof english> = {
  network: 'Die Verbindung ist weg. Dein Text bleibt erhalten; versuch es wieder, sobald du online bist.',
  'input.invalid': 'Etwas im Formular passt noch nicht. Was du geschrieben hast, bleibt erhalten.',
  'idempotency.mismatch':
    'Das wurde schon mit anderem Inhalt gesendet. Sieh in der Liste nach, bevor du es noch einmal sendest.',
  'person.unknown': 'Eine der Personen ist nicht mehr zu finden. Wähle neu; alles andere bleibt erhalten.',
  'person.departed':
    'Eine der Personen ist nicht mehr in der Organisation. Nimm sie heraus, dann kannst du den Rest senden.',
  'value.unknown': 'Dieser Wert wird nicht mehr benutzt. Wähle einen anderen; alles andere bleibt erhalten.',
  'kudos.self': 'Dir selbst kannst du nicht danken. Nimm dich heraus; dein Text bleibt erhalten.',
  'kudos.tooMany': 'So viele Menschen fasst ein Dank nicht. Teile ihn auf; dein Text bleibt erhalten.',
  'team.empty': 'In diesem Team ist sonst niemand. Wähle Personen; dein Text bleibt erhalten.',
  'kudos.notYours': 'Das kann nur, wer den Dank ausgesprochen hat.',
  'kudos.unknown': 'Diesen Dank gibt es nicht mehr, oder er ist nicht für dich bestimmt.',
  'kudos.editOver': 'Die Zeit zum Ändern ist vorbei. Der Text bleibt, wie er war.',
  'kudos.withdrawOver': 'Die Zeit zum Zurücknehmen ist vorbei. Die Moderation kann noch helfen.',
  'kudos.withdrawn': 'Dieser Dank wurde zurückgenommen.',
  'comment.unknown': 'Diesen Kommentar gibt es nicht mehr, oder er ist nicht für dich bestimmt.',
  'comment.notYours': 'Einen Kommentar kann nur entfernen, wer ihn geschrieben hat.',
  'reason.missing': 'Sag, warum, damit die Betroffenen es verstehen.',
  'actor.unknown':
    'Du bist angemeldet, aber noch nicht im Verzeichnis. Frag die Leute, die diese Seite betreiben.',
  'actor.inactive':
    'Dein Konto hier ist geschlossen. Wenn das nicht stimmt, frag die Leute, die diese Seite betreiben.',
  'allowance.spent': ({ details }) =>
    `Du hast diesen Monat noch ${count(Number(details?.left ?? 0), { one: '# Punkt', other: '# Punkte' })} ` +
    `und brauchst ${number(details?.needed)}. Gib weniger Punkte oder keine; dein Text bleibt erhalten.`,
  'points.off': 'Punkte sind hier ausgeschaltet. Sende ohne Punkte; dein Text bleibt erhalten.',

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
