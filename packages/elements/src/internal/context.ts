import { createContext } from '@lit/context';
import type { Hall } from './hall.js';

/** What `<guild-hall>` provides. A registered symbol, so that two copies of the script on a page understand each other. */
export const hallContext = createContext<Hall | undefined>(Symbol.for('guildhall.client'));
