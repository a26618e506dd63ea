/** Instances as files that JavaScript and Python read alike: a line of JSON, then 32-bit integers. */
import { readFileSync, writeFileSync } from 'node:fs';

const HEADER = 1024;

export function save(file, instance) {
  const arrays = Object.entries(instance).filter(([, value]) => value instanceof Int32Array);
  const numbers = Object.entries(instance).filter(([, value]) => typeof value === 'number');
  const header = {
    numbers: Object.fromEntries(numbers),
    arrays: arrays.map(([name, array]) => [name, array.length]),
  };
  const bytes = arrays.map(([, array]) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  writeFileSync(file, Buffer.concat([Buffer.from(JSON.stringify(header).padEnd(HEADER)), ...bytes]));
}

export function load(file) {
  const bytes = readFileSync(file);
  const header = JSON.parse(bytes.subarray(0, HEADER).toString());
  const instance = { ...header.numbers };
  let offset = bytes.byteOffset + HEADER;
  for (const [name, length] of header.arrays) {
    instance[name] = new Int32Array(bytes.buffer, offset, length);
    offset += 4 * length;
  }
  return instance;
}
