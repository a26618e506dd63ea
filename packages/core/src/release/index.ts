/** The release engine: what may be shown of anonymous answers. Pure, and free of everything else in Guildhall. */
export { computeRelease } from './compute-release.js';
export { computeReleases, type ReleaseSheets, type SheetReleases } from './compute-releases.js';
export type { ReleaseOptions, ReleaseProgress } from './options.js';
export type {
  Band,
  Cell,
  Colluders,
  Group,
  Hidden,
  Index,
  Measure,
  PanelClass,
  PanelInput,
  PanelRelease,
  RateCell,
  Release,
  ReleaseInput,
  Respondent,
  ShownCell,
  Spread,
  SurveyInput,
  SurveyRelease,
  TextCell,
  Thresholds,
  TrendCell,
  WrittenText,
} from './model.js';
