/** Days between the sessions of an open mentorship, and without one until it is called stalled. */
export const OPEN_CADENCE = 21;

const TEXTS = {
  en: {
    ongoing: `We meet about every three weeks, at times that suit both of us, and come prepared.

The mentee says what they want to reach, brings the questions and does the work. The mentor listens, asks, shares what they know, and says so when something is outside it.

What we say to each other stays between us unless we both agree to share it.

If one of us cannot come, we say so in time. Either of us may end this at any moment, without blame.`,
    oneOff: `We meet once, for one conversation, and come prepared.

The mentee says beforehand what it is about. The mentor shares what they know, and says so when something is outside it.

What we say to each other stays between us unless we both agree to share it.`,
  },
  de: {
    ongoing: `Wir treffen uns etwa alle drei Wochen, wann es uns beiden passt, und kommen vorbereitet.

Die oder der Mentee sagt, was erreicht werden soll, bringt die Fragen mit und tut die Arbeit. Die Mentorin oder der Mentor hört zu, fragt, teilt Wissen und sagt, wenn etwas außerhalb davon liegt.

Was wir einander sagen, bleibt unter uns, es sei denn, wir sind beide einverstanden.

Wer nicht kann, sagt rechtzeitig Bescheid. Wir können das hier beide jederzeit beenden, ohne Vorwurf.`,
    oneOff: `Wir treffen uns einmal zu einem Gespräch und kommen vorbereitet.

Die oder der Mentee sagt vorher, worum es geht. Die Mentorin oder der Mentor teilt Wissen und sagt, wenn etwas außerhalb davon liegt.

Was wir einander sagen, bleibt unter uns, es sei denn, wir sind beide einverstanden.`,
  },
};

/**
 * What two people sign who found each other: in German when both use Guildhall in German, else in English.
 * `locales`: theirs, as language tags.
 */
export function agreementFor(oneOff: boolean, locales: readonly (string | undefined)[]): string {
  const texts = locales.every((locale) => locale?.split('-')[0] === 'de') ? TEXTS.de : TEXTS.en;
  return oneOff ? texts.oneOff : texts.ongoing;
}
