import type { Client } from '@guildhall/core';
import type { Formats } from '../internal/format.js';
import type { board } from '../strings/en/board.js';

type Audience = Awaited<ReturnType<Client['pulse']['board']>>['audience'];

/** Whom a board is for, in words. */
export function audienceWords(
  { kind, units, manager }: Audience,
  strings: typeof board,
  formats: Formats,
): string {
  if (kind === 'everyone') return strings.forEveryone;
  if (kind === 'reports') return manager ? strings.forReports(manager.name) : '';
  return strings.audience(formats.list(units.map(({ name }) => name)));
}
