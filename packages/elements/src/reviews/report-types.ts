import type { Client } from '@guildhall/core';

/** A released report, as the client gives it. */
export type Report = Awaited<ReturnType<Client['reviews']['report']>>;
/** What is said of a report in a list. */
export type ReportHead = Awaited<ReturnType<Client['reviews']['reports']>>['items'][number];
/** Nameless answers that are shown together. */
export type ReportClass = Report['classes'][number];
/** What a key of `cells` stands for. */
export type ReportMeasure = Report['measures'][number];
/** A form with a name on it. */
export type AttributedForm = Report['attributed'][number];
/** A question that was asked. */
export type ReportQuestion = Report['questions'][number]['question'];
/** How the subject and others see a skill. */
export type Gap = Report['gaps'][number];
