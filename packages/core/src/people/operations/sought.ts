import { z } from '../../schema.js';

/** What somebody types to find something; empty asks for all. */
export const sought = z.string().trim().max(200).optional();
