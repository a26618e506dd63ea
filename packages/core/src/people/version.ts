import type { CommandContext } from '../operation.js';
import { collection, type Reader } from '../store/store.js';

/** Which state the directory is in: another one after every sync or import that changes anybody. */
export interface DirectoryVersion {
  id: string;
  version: string;
}

export const directoryVersions = collection<DirectoryVersion>({ name: 'directory_versions', indexes: [] });

const ID = 'directory';

/** The version of the directory; undefined before the first sync. */
export async function versionOf(tx: Reader): Promise<string | undefined> {
  return (await tx.get(directoryVersions, ID))?.version;
}

/** Gives the directory a new version, and tells which. */
export async function renewVersion({ tx, newId }: CommandContext): Promise<string> {
  const record = { id: ID, version: newId() };
  const known = await tx.get(directoryVersions, ID);
  await (known ? tx.replace(directoryVersions, record) : tx.insert(directoryVersions, record));
  return record.version;
}
