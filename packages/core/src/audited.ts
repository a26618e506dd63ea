import { isGuildhallError } from './errors.js';
import { audit, type AuditRecord } from './kernel-model.js';
import type { Kernel, PerformCall } from './kernel.js';

/**
 * Does the work of a call and writes down what is `audited` of it, in a write of its own: a refusal after its
 * rollback, a read before its answer. Where that cannot be written, there is no answer.
 */
export async function audited<Result>(
  kernel: Kernel,
  call: PerformCall,
  input: unknown,
  work: () => Promise<Result>,
): Promise<Result> {
  const what = call.operation.audited;
  if (what === undefined) return work();
  const write = (refused?: string) => {
    const record: AuditRecord = {
      id: kernel.newId(),
      actorId: call.actor.id,
      operation: call.name,
      ids: idsIn(input),
      at: kernel.now().toISOString(),
      ...(refused !== undefined && { refused }),
    };
    return kernel.store.write((tx) => tx.insert(audit, record));
  };
  if (what === true) {
    const result = await work();
    await write();
    return result;
  }
  return work().catch(async (error: unknown) => {
    if (isGuildhallError(error) && what.includes(error.reason)) await write(error.reason);
    throw error;
  });
}

/** The ids that an input names itself: what the call was about. */
function idsIn(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  const named = Object.entries(input).filter(([field]) => field === 'id' || field.endsWith('Id'));
  return named.flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
}
