import type { Sentence } from '../document/types.ts';

/** Headings and contents lines locate a topic; they are never text that can satisfy anything. */
export const countsAsText = (sentence: Sentence): boolean =>
  sentence.kind !== 'heading' && sentence.kind !== 'contents';
