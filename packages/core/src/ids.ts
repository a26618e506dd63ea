// Every browser and Node have it, on plain http too; core compiles without the types of either.
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/** A random 128-bit id in hex. Order comes from an order field, never from ids. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
