import { test } from 'node:test';
import { storeConformance } from '../conformance/index.js';
import { memoryStore } from './memory.js';

storeConformance(test, async () => memoryStore());
