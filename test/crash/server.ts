/** A server process to be killed: `server.ts <sqlite file | postgres url> <schema>`; prints its port when it listens. */
import { collections, createGuildhall } from '@guildhall/core';
import { createHandler, listen } from '@guildhall/server';
import { postgresStore } from '@guildhall/server/postgres';
import { sqliteStore } from '@guildhall/server/sqlite';

const [, , where = '', schema = ''] = process.argv;
const store = where.startsWith('postgres')
  ? postgresStore({ url: where, collections, schema })
  : sqliteStore({ file: where, collections });
const guildhall = createGuildhall({ store });
await guildhall.prepare();
const handler = createHandler(guildhall, {
  identify: (request) => {
    const id = request.headers.get('x-person');
    return id === null ? null : { id };
  },
});
const server = await listen(handler, { host: '127.0.0.1', port: 0 });
console.log(`listening ${server.url}`);
