/** What was worked out of the built-in rules when the program was built. */
import { rest, trie } from './built-prepared.ts';
import type { Prepared } from './compile.ts';
import { unpack } from './packed.ts';

export const builtInPrepared = (): Prepared => unpack({ trie, rest });
