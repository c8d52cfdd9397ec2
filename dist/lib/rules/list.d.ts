import type { Rule } from './rule.js';
/** Every rule, by name of its export. */
export declare const rules: readonly Rule[];
