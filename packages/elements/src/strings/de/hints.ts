import type { hints as english } from '../en/hints.js';
import type { Translated } from '../index.js';

export const hints: Translated<typeof english> = {
  title: 'Sieh dir das vielleicht noch einmal an',
  local: 'Diese Hinweise bleiben auf dieser Seite.',
  found: '„{words}“ {hint}',
  kinds: {
    name: 'sieht wie ein Name aus, und Namen sagen, wer dabei war',
    mention: 'nennt ein Konto',
    only: 'trifft vielleicht nur auf dich zu',
    date: 'sagt, wann, und damit vielleicht, wer',
    person: 'sagt, wie jemand ist, statt was jemand getan hat',
    belittling: 'kann herablassend klingen',
    biased: 'kann nach einem Urteil über eine Gruppe klingen',
    unspecific: 'sagt ohne Beispiel wenig',
  },
};
