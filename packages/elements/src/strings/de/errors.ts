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
  'skill.unknown':
    'Diese Fähigkeit steht nicht mehr im Verzeichnis. Wähle eine andere oder keine; alles andere bleibt erhalten.',
  'mentor.unknown':
    'Hier ist gerade kein Platz frei, oder es wird keiner mehr angeboten. Such jemand anderen.',
  'mentor.closed':
    'Hier werden gerade keine Anfragen angenommen. Frag jemand anderen; dein Text bleibt erhalten.',
  'mentor.full': 'Der letzte Platz wurde eben vergeben. Frag jemand anderen; dein Text bleibt erhalten.',
  'mentor.notOffered': 'Das wird hier nicht mehr angeboten. Wähle etwas anderes; dein Text bleibt erhalten.',
  'mentor.ownLine':
    'Ihr seid in einer Berichtslinie. Von außen lässt sich offener sprechen; frag jemand anderen.',
  'mentor.capacityInUse': ({ details }) =>
    `${count(Number(details?.taken ?? 0), { one: '# Platz ist vergeben', other: '# Plätze sind vergeben' })}. Biete mindestens so viele an, oder beende zuerst ein Mentoring.`,
  'introduction.self': 'Zu einer Vorstellung gehören drei Personen. Wähle jemand anderen.',
  'introduction.noMentee': 'Du kannst die Menschen vorstellen, die du im Mentoring begleitest.',
  'introduction.open': 'Diese Person ist schon gefragt. Warte auf die Antwort.',
  'introduction.unknown': 'Diese Vorstellung gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'introduction.notYours': 'Antworten kann nur, wer gefragt ist; zurücknehmen nur, wer gefragt hat.',
  'introduction.over': 'Diese Vorstellung ist schon beantwortet oder zurückgenommen.',
  'mentorship.unknown': 'Dieses Mentoring gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'request.self': 'Du kannst dich nicht selbst begleiten. Frag jemand anderen.',
  'request.open': 'Du hast hier schon gefragt. Warte auf die Antwort, oder nimm die Anfrage zurück.',
  'request.limit': ({ details }) =>
    `Du hast ${count(Number(details?.open ?? 0), { one: '# offene Anfrage', other: '# offene Anfragen' })}, mehr gehen nicht. Nimm eine zurück, oder warte; dein Text bleibt erhalten.`,
  'request.unknown': 'Diese Anfrage gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'request.notYours': 'Das kann nur eine der beiden Seiten.',
  'request.over': 'Diese Anfrage wartet nicht mehr auf eine Antwort.',
  'request.extendedTwice': 'Diese Anfrage wurde schon zweimal verlängert. Antworte darauf, oder frag neu.',
  'commitment.unknown': 'Dieses Versprechen gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'enrollment.declined':
    'Deine Anmeldung wurde nicht angenommen. Die Leute, die das Programm betreuen, können sagen, warum.',
  'enrollment.over': 'Das ist schon geklärt. Sieh noch einmal hin; dein Text bleibt erhalten.',
  'enrollment.unknown': 'Du bist für dieses Programm nicht angemeldet.',
  'goal.unknown': 'Dieses Ziel gibt es nicht mehr. Dein Text bleibt erhalten.',
  'mentorship.notNow':
    'Das Mentoring hat sich inzwischen verändert, und dies geht nicht mehr. Dein Text bleibt erhalten.',
  'module.unknown': 'Dieses Modul gehört nicht mehr zum Programm.',
  'note.changed':
    'Inzwischen hat jemand anderes hier geschrieben. Der Text steht unten; übernimm, was du brauchst, und speichere dann noch einmal.',
  'program.enrollmentOver':
    'Die Anmeldung ist vorbei. Dein Text bleibt erhalten; vielleicht helfen die Leute, die das Programm betreuen.',
  'program.notEligible': 'Dieses Programm ist für andere gedacht. Die Leute, die es betreuen, wissen mehr.',
  'program.notEnrolling': 'Im Moment kann man sich nicht anmelden. Dein Text bleibt erhalten.',
  'program.notYetEnrolling': 'Die Anmeldung ist noch nicht offen. Dein Text bleibt bis dahin erhalten.',
  'program.unknown': 'Dieses Programm gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'session.farAway': 'Wähle eine Zeit zwischen vor dreißig Tagen und in zwei Jahren.',
  'session.notYet': 'Das Treffen hat noch nicht begonnen. Danach kannst du festhalten, wie es war.',
  'session.over':
    'Dieses Treffen wurde inzwischen festgehalten oder abgesagt. Sieh noch einmal hin; dein Text bleibt erhalten.',
  'session.unknown': 'Dieses Treffen gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'story.unknown': 'Diese Geschichte gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'department.unknown':
    'Eine dieser Abteilungen gibt es nicht mehr. Wähle neu; was du geschrieben hast, bleibt.',
  'enrollment.decided':
    'Hier ist nichts mehr zu entscheiden: Die Person ist zugeordnet oder hat sich zurückgezogen.',
  'mentorship.notStalled': 'Die beiden treffen sich wie vereinbart. Anstupsen ist nicht nötig.',
  'mentorship.nudgedLately': 'Sie wurden in den letzten Tagen schon erinnert. Lass ihnen etwas Zeit.',
  'pair.notPossible':
    'Die beiden lassen sich nicht zuordnen: Jemand nimmt nicht teil, oder eine Regel, die immer gilt, steht dazwischen.',
  'pair.rules': 'Eine Regel spricht gegen dieses Paar. Schreib, warum sie hier nicht gelten soll.',
  'pair.unknown': 'Dieses Paar gibt es nicht mehr. Sieh noch einmal nach und versuch es dann erneut.',
  'program.notMatching': 'In diesem Zustand des Programms lässt sich nichts zuordnen.',
  'program.notYours': 'Das kann nur, wer dieses Programm leitet.',
  'program.over': 'Dieses Programm ist vorbei und bleibt, wie es war.',
  'program.promised':
    'Art, Richtung, Form und was Führungskräfte wissen dürfen lassen sich nicht mehr ändern: Dafür haben sich Menschen angemeldet. Was du geschrieben hast, bleibt.',
  'program.wrongState': 'Das Programm ist inzwischen weiter. Sieh noch einmal nach.',
  'run.broken':
    'Einige dieser Paare sind nicht mehr möglich, weil sich Leute oder Regeln geändert haben. Berechne neu und veröffentliche dann.',
  'run.empty': 'Es gibt kein Paar zu veröffentlichen.',
  'run.tooLarge': 'Für eine solche Frage hat dieses Programm zu viele Leute. Ein Lauf beantwortet sie.',
  'run.unknown': 'Diesen Lauf gibt es nicht mehr, oder er ist nicht für dich bestimmt.',
  'run.waiting': 'Es läuft schon eine Berechnung. Warte auf sie oder brich sie ab.',
  'run.wrongState': 'Dieser Lauf lässt sich nicht mehr ändern. Sieh noch einmal nach.',

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
