import type { Client } from '@guildhall/core';

/** A review cycle, as the client gives it. */
export type Cycle = Awaited<ReturnType<Client['reviews']['cycle']>>;
/** A cycle as HR writes it. */
export type CycleDraft = Parameters<Client['reviews']['createCycle']>[0];
/** One subject of a cycle with how many reviewers stand. */
export type CycleSubject = Awaited<ReturnType<Client['reviews']['subjects']>>['items'][number];
/** A reviewer proposed for a subject. */
export type Nomination = Awaited<ReturnType<Client['reviews']['nominations']>>['items'][number];
/** Counts of how far a cycle is. */
export type Progress = Awaited<ReturnType<Client['reviews']['progress']>>;
/** A calibration with what is compared in it. */
export type CalibrationSheetData = Awaited<ReturnType<Client['reviews']['calibration']>>;
/** A calibration in a list. */
export type CalibrationHead = Awaited<ReturnType<Client['reviews']['calibrations']>>['items'][number];
