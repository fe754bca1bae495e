/**
 * True while theme writers are still filling in patterns and examples. Delete this file, and what imports it, to switch
 * the strict gates on.
 */
export const UNFINISHED = true;
