export { createHandler } from './handler.js';
export type { Handler, HandlerOptions, Identify, Identity } from './handler.js';
export { closeOnSignals, listen } from './node.js';
export type { Fetch, Listening, ListenOptions } from './node.js';
export { serveFolder } from './static.js';
export type { Folder, FolderOptions } from './static.js';
export { developmentIdentity, PERSON_COOKIE, PERSON_HEADER, productionDatabase } from './identity/dev.js';
export type { DevelopmentIdentity, DevelopmentOptions, Markers } from './identity/dev.js';
export type { Log, LogEntry, LoggedError } from './http/log.js';
