/** What documents are called on the page. */

import type { DocumentReport } from '../../verdict/types.ts';

export const shownPath = (path: string): string => (path === '-' ? 'Standard input' : path);

export const nameOf = ({ title, path }: Pick<DocumentReport, 'title' | 'path'>): string =>
  title === '' ? shownPath(path) : title;
