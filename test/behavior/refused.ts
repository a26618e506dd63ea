import { isGuildhallError } from '@guildhall/core';

/** For `assert.rejects`: a refusal with this code and reason. */
export function refused(code: string, reason: string) {
  return (error: unknown): true => {
    if (isGuildhallError(error) && error.code === code && error.reason === reason) return true;
    throw new Error(`Expected ${code} ${reason}; got ${String(error)}`, { cause: error });
  };
}
