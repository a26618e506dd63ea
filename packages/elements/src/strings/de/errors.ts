import { formats, plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { errors as english } from '../en/errors.js';
import { failures } from './failures.js';

const count = /* @__PURE__ */ plural('de');
const number = (value: unknown) => formats('de').number(Number(value ?? 0));

export const errors: Translated<typeof english> = {
  ...failures,

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
  'template.unknown':
    'Diese Vorlage gibt es nicht mehr, oder sie kann nicht mehr verwendet werden. Wähle eine andere.',
  'template.builtIn': 'Mitgelieferte Vorlagen bleiben, wie sie sind. Speichere sie als neue.',
  'template.retired': 'Diese Vorlage wurde zurückgezogen und bleibt, wie sie war.',
  'cycle.unknown': 'Diese Rückmelderunde gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'cycle.frozen':
    'Seit dem Start steht alles außer den Terminen fest: Alle antworten unter dem, was ihnen gesagt wurde. Lege stattdessen eine neue Runde an.',
  'cycle.wrongState':
    'Die Rückmelderunde ist inzwischen weiter. Schau noch einmal; was du geschrieben hast, bleibt erhalten.',
  'cycle.remindedToday': 'Heute wurde schon erinnert. Versuche es morgen wieder.',
  'cycle.tooLate': 'Der letzte Tag zum Antworten ist vorbei. Gib zuerst allen mehr Zeit.',
  'launch.second': 'Es werden so wenige gefragt, dass eine zweite Person den Start übernehmen muss.',
  'calibration.open': 'Ein Abgleich ist noch offen. Schließt ihn zuerst ab.',
  'calibration.over': 'Dieser Abgleich ist beendet. Die Bewertungen stehen fest.',
  'calibration.unknown': 'Diesen Abgleich gibt es nicht mehr, oder er ist nicht für dich bestimmt.',
  'subject.unknown': 'Diese Person bekommt hier keine Rückmeldung, oder es ist nicht für dich bestimmt.',
  'nomination.unknown': 'Diesen Vorschlag gibt es nicht mehr, oder er ist nicht für dich bestimmt.',
  'nomination.notYours': 'Das schlägt jemand anderes vor oder entscheidet es.',
  'nomination.tooMany': 'Das sind mehr, als in dieser Runde vorgesehen sind. Lass jemanden weg.',
  'nomination.twice': 'Eine dieser Personen wird schon zu dieser Person gefragt.',
  'nomination.over': 'Das ist schon entschieden. Schau noch einmal.',
  'reviewer.self': 'Niemand wird zu sich selbst gefragt. Dafür gibt es einen eigenen Bogen.',
  'reviewer.direction':
    'Führungskräfte haben einen eigenen Bogen, und wer an die Person berichtet, wird als solche Person gefragt.',
  'reviewer.reader': 'Wer den Bericht liest, kann nicht ohne Namen antworten. Wähle jemand anderen.',
  'reviewer.tooNew': 'Dieses Konto ist zu neu, um unter anderen verborgen zu sein. Wähle jemand anderen.',
  'form.unknown': 'Diesen Bogen gibt es nicht mehr, oder er ist nicht für dich bestimmt.',
  'form.over': 'Die Zeit für diesen Bogen ist vorbei. Es wird nichts mehr angenommen.',
  'form.notYet': 'Dieser Bogen ist noch nicht offen. Komm wieder, wenn die Runde beginnt.',
  'form.started':
    'Du hast diesen Bogen geöffnet und kannst ihn nicht mehr ablehnen. Du kannst ihn unbeantwortet lassen.',
  'form.cannotDecline': 'Dieser Bogen ist deiner; er kann nicht abgelehnt werden.',
  'form.nameless': 'Dieser Bogen trägt keinen Namen. Nur wer ihn ausfüllt, sendet und ändert ihn.',
  'form.attributed': 'Dieser Bogen trägt deinen Namen. Sende ihn als solchen.',
  'form.sealed': 'Entwürfe versiegelter Bögen bleiben in deinem Browser.',
  'answer.receiptMissing':
    'Nur mit dem Beleg, den du beim Antworten bekommen hast, lässt sich das wiederfinden.',
  'answer.invalid':
    'Eine Antwort passt nicht zu ihrer Frage. Was du geschrieben hast, ist noch da; sieh es noch einmal an.',
  'answer.none': 'Hier gibt es keine Antwort von dir.',
  'answer.unknown': 'Hier gibt es keine Antwort von dir.',
  'note.unknown': 'Dieses Feedback gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'feedback.self': 'Feedback ist für andere. Wähle jemand anderen; dein Text bleibt.',
  'feedback.read': 'Es ist inzwischen gelesen und lässt sich nicht mehr zurücknehmen.',
  'feedback.unread': 'Öffne das Feedback zuerst.',
  'feedback.noManager': 'Für dich ist keine Führungskraft bekannt. Nenne stattdessen die Menschen.',
  'feedback.readsAlready': 'Wer es schrieb und wer es bekam, liest es ohnehin. Wähle jemand anderen.',
  'feedback.tooMany': 'Feedback lässt sich mit höchstens zwanzig Menschen teilen.',
  'feedback.otherSubject':
    'Diese Anfrage betrifft jemand anderen. Schreib der Person, um die es geht; dein Text bleibt.',
  'feedback.notManager': 'Frag nach dir selbst oder nach jemandem, der dir berichtet.',
  'feedback.asksSubject': 'Frag andere als die Person, um die es geht.',
  'feedback.dueOn': 'Wähle einen Tag ab heute, höchstens neunzig Tage voraus.',
  'area.unknown': 'Dieses Entwicklungsfeld gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'panel.unknown': 'Diese Frage gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'growth.notShown': 'Der Bericht zeigt dazu keine Zahl, also lässt sich nichts daraus machen.',
  'growth.exists': 'Du hast dafür schon ein offenes Entwicklungsfeld.',
  'growth.dropped': 'Dieses Entwicklungsfeld ist aufgegeben. Lege ein neues an.',
  'growth.asking': 'Sie werden gerade gefragt. Warte auf das Ergebnis.',
  'growth.askedLately': 'Dieselben Menschen lassen sich zum selben Thema einmal in neunzig Tagen fragen.',
  'growth.tooFew': 'Von den damals Gefragten sind zu wenige noch da, um etwas ohne Namen zu zeigen.',
  'report.unknown': 'Dieser Bericht ist noch nicht da, oder er ist nicht für dich bestimmt.',
  'contest.unknown': 'Diesen Punkt gibt es nicht mehr.',
  'contest.answered': 'Dieser Punkt wurde schon beantwortet.',
  'contest.own': 'Auf deinen Widerspruch antwortet jemand anderes.',
  'contest.tooMany': 'Mehr Punkte passen nicht zu einem Bericht. Sprich mit der Personalabteilung.',
  'question.unknown': 'Diese Frage gehört nicht zum Bericht.',
  'author.refused': 'Niemand erfährt, wer das geschrieben hat. Dass du gefragt hast, wurde festgehalten.',
  'survey.unknown': 'Diese Umfrage gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'survey.notYours':
    'Diese Umfrage stellt jemand anderes. Führungskräfte können den Bogen zur Sicherheit im Team an die geben, die an sie berichten.',
  'survey.frozen':
    'Seit dem ersten Mal steht die Umfrage fest: Geantwortet wird unter dem, was zugesagt war. Leg eine neue an.',
  'survey.over': 'Diese Umfrage ist beendet.',
  'survey.awaits': 'Es werden so wenige gefragt, dass eine zweite Person zustimmen muss.',
  'unit.unknown':
    'Eines der Teams oder eine der Abteilungen gibt es nicht mehr. Wähle neu; was du geschrieben hast, bleibt erhalten.',
  'wave.unknown': 'Diese Umfrage gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'wave.open': 'Sie läuft schon. Warte, bis sie geschlossen ist.',
  'wave.nobody': 'Es gibt niemanden, der gefragt werden könnte.',
  'wave.notOpen': 'Diese Umfrage ist geschlossen. Es wird nichts mehr angenommen.',
  'wave.notYours': 'Alle Gruppen nebeneinander sieht nur, wer jede Gruppe lesen darf.',
  'wave.noDrafts': 'Entwürfe versiegelter Antworten bleiben in deinem Browser.',
  'thread.unknown': 'Dieses Gespräch gibt es nicht mehr, oder es ist nicht für dich bestimmt.',
  'thread.closed': 'Dieses Gespräch ist beendet. Was du geschrieben hast, bleibt hier erhalten.',
  'thread.full': 'Dieses Gespräch ist voll. Was du geschrieben hast, bleibt hier erhalten.',
  'board.unknown': 'Diese Tafel gibt es nicht mehr, oder sie ist nicht für dich bestimmt.',
  'board.notYours': 'Das kann nur, wer die Tafel leitet. Öffnen kannst du Tafeln für ein eigenes Team.',
  'board.nobody': 'Es gibt sonst niemanden, für den die Tafel wäre. Wähle ein Team, in dem Menschen sind.',
  'board.phase':
    'Die Tafel ist inzwischen weiter. Sieh noch einmal hin; was du geschrieben hast, bleibt erhalten.',
  'board.empty': 'Es gibt noch keine Idee, über die man abstimmen könnte.',
  'board.full': 'Die Tafel ist voll. Was du geschrieben hast, bleibt erhalten.',
  'group.unknown': 'Diese Gruppe gibt es nicht mehr. Sieh noch einmal hin.',
  'idea.unknown': 'Eine dieser Ideen gibt es nicht mehr. Sieh noch einmal hin.',
  'vote.tooMany': 'Das sind mehr Stimmen, als jede Person hat. Nimm einige zurück.',
  'action.unknown': 'Diese Aufgabe gibt es nicht mehr.',
  'action.notYours': 'Das kann, wer die Aufgabe hat oder die Tafel leitet.',
};
