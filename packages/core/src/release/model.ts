/** What a release is computed from and what comes out: plain JSON, so that it can be computed in a worker. */

/** The least numbers of people, frozen at launch. */
export interface Thresholds {
  /** Respondents of a group for a figure: 4 to 20; in a panel 3 to 10. */
  k: number;
  /** Respondents of an audience before any of its texts is shown. */
  kText: number;
  /** Different writers of texts before any of them is shown. */
  writers: number;
}

/**
 * How many respondents, at most, are taken to pool their own answers with what can be read. 0: no reader answered.
 * 1: readers answered, each of whom knows an answer. 2: two of them tell each other, or a reader.
 */
export type Colluders = 0 | 1 | 2;

/** Something that was measured on every respondent who could judge. */
export interface Measure {
  id: string;
  /** `mean`: a number from `min` to `max`. `choice`: the place of an option, from 0; `min` is 0. */
  kind: 'mean' | 'choice';
  min: number;
  max: number;
  /** Values from here on are favorable, for the share of those. Means only. */
  favorable?: number;
  /** True where values are whole numbers, so that a distribution makes sense. Means only. */
  whole?: boolean;
}

/** A mean of several measures, over the respondents who answered all of them. */
export interface Index {
  id: string;
  /** Three at least; each a `mean` of the same `min` and `max`. */
  measures: string[];
}

/** A group of the plan. Everyone who answered is the group `all`, which always is there. */
export interface Group {
  id: string;
  /** 0: all. 1: one attribute. 2: a node of a hierarchy. 3: a crossing of two. Decides who comes first. */
  level: 0 | 1 | 2 | 3;
  /** Sorts groups of a level and size. */
  name: string;
}

/** What one person answered, without the person. */
export interface Respondent {
  /** The groups of the plan it counts in, without `all`. */
  groups: string[];
  /** By measure; those that could not be judged are absent. */
  values: Record<string, number>;
  /** By question: what may be shown word for word. */
  texts: Record<string, WrittenText>;
}

/** A text with what its writer holds the key to. */
export interface WrittenText {
  text: string;
  /** The id of the thread in which the asker may answer, when the writer left a door open. */
  thread?: string;
}

/** A survey: one audience, cut into groups that may overlap. */
export interface SurveyInput {
  kind: 'survey';
  thresholds: Thresholds;
  /** Every group needs as many more. */
  colluders: Colluders;
  /** `all` first. */
  groups: Group[];
  measures: Measure[];
  indexes: Index[];
  /** The ids of the questions with texts. */
  texts: string[];
  respondents: Respondent[];
  /** How many were invited, by group. */
  invited: Record<string, number>;
  /** The wave before, for the trend. */
  before?: {
    /** Who took part, by group, then and now; never what they said. */
    participants: Record<string, string[]>;
    now: Record<string, string[]>;
    cells: SurveyRelease['cells'];
  };
  /** 128 random bits in hex that order the texts; thrown away afterwards. */
  shuffle: string;
}

/** How many answered, as a band. `3-4` in panels only. */
export type Band = '3-4' | '5-9' | '10-19' | '20-49' | '50+';

/** How far answers lie apart: a word below ten respondents, from ten on the standard deviation in steps of 0.5. */
export type Spread = 'close' | 'mixed' | 'farApart' | number;

/** Suppressed, empty and forbidden: one and the same. */
export interface Hidden {
  shown: false;
}

/** What is shown of one measure in one group. */
export interface ShownCell {
  shown: true;
  n: Band;
  /** One decimal on a scale of 1 to 5, in proportion on others; clipped at both ends, more below ten respondents. */
  mean?: number;
  /** Percent in steps of 5, clipped to 10–90 below twenty respondents. */
  favorable?: number;
  spread?: Spread;
  /** From ten respondents on. Neighboring values are one bar until each holds nobody or two at least; percents in steps of 5. */
  bars?: { from: number; to: number; percent: number }[];
}
export type Cell = Hidden | ShownCell;

export type TextCell = Hidden | { shown: true; texts: WrittenText[] };
/** Percent in steps of 5; all of them is `over95`. */
export type RateCell = Hidden | { shown: true; rate: number | 'over95' };
export type TrendCell = Hidden | { shown: true; before: number; after: number };

/** Every group and every measure of the plan, shown or not: by group, then by measure or index. */
export interface SurveyRelease {
  kind: 'survey';
  cells: Record<string, Record<string, Cell>>;
  /** By group, then by question. */
  texts: Record<string, Record<string, TextCell>>;
  rates: Record<string, RateCell>;
  /** By group, then by measure or index; hidden everywhere when there was no wave before. */
  trends: Record<string, Record<string, TrendCell>>;
}

/** A panel: the people around one subject, by their relation to it. */
export interface PanelInput {
  kind: 'panel';
  thresholds: Thresholds;
  /** The relations that may be shown, in the order in which they are: `peer`, `upward`, `external`. */
  relations: string[];
  measures: Measure[];
  indexes: Index[];
  texts: string[];
  /** Their `groups` hold exactly one relation. */
  respondents: Respondent[];
  shuffle: string;
}

/** A published class: one relation, or several that were too small alone. */
export interface PanelClass {
  /** In the order of the input. More than one: they are called colleagues. */
  relations: string[];
  n: Band;
  cells: Record<string, Cell>;
  texts: Record<string, TextCell>;
}

/** Empty `classes`: not enough answers, and not how many. */
export interface PanelRelease {
  kind: 'panel';
  classes: PanelClass[];
  /** The exact union of the classes, when there are several and it may be shown. */
  all?: PanelClass;
}

export type ReleaseInput = SurveyInput | PanelInput;
export type Release = SurveyRelease | PanelRelease;
