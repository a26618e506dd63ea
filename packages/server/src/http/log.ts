import { isGuildhallError } from '@guildhall/core';

/** What the log knows of a failure: where and what kind, never what people wrote. */
export interface LoggedError {
  name: string;
  message: string;
  /** The reason of a Guildhall error, or the code of a driver's or the system's. */
  reason?: string;
  /** Where it was thrown, innermost first. */
  at: string[];
  cause?: LoggedError;
}

/** One line of the log. */
export interface LogEntry {
  level: 'warn' | 'error';
  /** What happened, such as `request.failed`. */
  event: string;
  time: string;
  /** The same id as in the answer. */
  requestId?: string;
  operation?: string;
  error?: LoggedError;
}

/** Takes what should be known to whoever runs the server. */
export type Log = (entry: LogEntry) => void;

/** The default log: one line of JSON on standard error. */
export const logToConsole: Log = (entry) => console.error(JSON.stringify(entry));

/** Makes an entry of now. */
export function logEntry(
  level: LogEntry['level'],
  event: string,
  more: { requestId?: string | undefined; operation?: string | undefined; error?: unknown },
): LogEntry {
  return {
    level,
    event,
    time: new Date().toISOString(),
    ...(more.requestId !== undefined && { requestId: more.requestId }),
    ...(more.operation !== undefined && { operation: more.operation }),
    ...(more.error !== undefined && { error: describeError(more.error) }),
  };
}

/**
 * Describes an error without content: databases and parsers quote values in their messages, so whatever
 * stands in quotes is left out and the rest is cut to 300 characters.
 */
export function describeError(error: unknown, depth = 3): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, message: '', at: [] };
  const reason = reasonOf(error);
  return {
    name: error.name,
    message: withoutQuotes(error.message),
    ...(reason !== undefined && { reason }),
    at: framesOf(error),
    ...(error.cause !== undefined && depth > 0 && { cause: describeError(error.cause, depth - 1) }),
  };
}

function reasonOf(error: Error): string | undefined {
  if (isGuildhallError(error)) return error.reason;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"').slice(0, 300);
}

/** The frames of the stack alone: its first lines repeat the message. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, 8);
}
