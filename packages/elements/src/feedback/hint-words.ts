/** Words and phrases of one language by what they hint at. Lower case; words of a phrase apart by one space. */
export interface HintWords {
  /** Says nothing that could be done again, or says more than anybody has seen. */
  vague: readonly string[];
  /** Says what somebody is, not what they did. A phrase that ends in `…` needs one of `traits` behind it. */
  person: readonly string[];
  /** Judgments of a person, behind `you are …` and the like; a word or two may stand between. */
  traits: readonly string[];
  /** Makes somebody small. */
  belittling: readonly string[];
  /** Said of some kinds of people far more often than of others for the same behavior. */
  biased: readonly string[];
  /** Tells which of many somebody is. */
  only: readonly string[];
  /** Months and the days of the week. */
  days: readonly string[];
  /** In front of a name. */
  titles: readonly string[];
}
