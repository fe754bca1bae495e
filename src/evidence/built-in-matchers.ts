/** The built-in rules' phrases as a matcher, made when the program was built: a run expands no phrase. */
import { built } from './built-matchers.ts';
import type { Matchers } from './compile.ts';

export const builtInMatchers = (): Matchers => JSON.parse(built) as Matchers;
