/** Text as Word's XML may hold it. The package escapes markup; characters that XML does not allow are ours to mend. */

import { plain } from '../plain.ts';

export const safe = (text: string): string => plain(text).replace(/[\ufffe\uffff]/g, '\ufffd');

/** Text for an XML file of our own. */
export const xml = (text: string): string =>
  safe(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
