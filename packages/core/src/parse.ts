import { GuildhallError } from './errors.js';
import type { Operation } from './operation.js';

/** The input as the operation's schema reads it, or `invalid` with every bad field named. */
export function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  const text = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ');
  throw new GuildhallError('invalid', 'input.invalid', text, { fields });
}

/** The output through its schema: parsing strips what must not leave, and a broken output rolls back. */
export function parseOutput(name: string, operation: Operation, output: unknown): unknown {
  const parsed = operation.output.safeParse(output);
  if (parsed.success) return parsed.data;
  throw new GuildhallError('internal', 'output.invalid', `${name} made a broken output.`, {
    cause: parsed.error,
  });
}
