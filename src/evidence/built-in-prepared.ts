/** What was worked out of the built-in rules when the program was built. */
import { built } from './built-prepared.ts';
import type { Prepared } from './compile.ts';
import { type Packed, unpack } from './packed.ts';

export const builtInPrepared = (): Prepared => unpack(JSON.parse(built) as Packed);
