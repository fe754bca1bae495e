/** An edition's requirements as a table for a terminal. */

import type { Edition, Requirement } from '../rules/types.ts';
import { Page } from './terminal-page.ts';
import { count, forces, forceWords } from './words.ts';

export interface RulesOptions {
  width?: number;
  color?: boolean;
}

/** The requirements of an edition, in the catalogue's order. */
export function requirementsOf(edition: Edition, requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter((requirement) => requirement.editions[edition.id] !== undefined);
}

export function formatRules(edition: Edition, all: readonly Requirement[], options: RulesOptions = {}): string {
  const page = new Page(options.width ?? 80, options.color ?? false);
  const requirements = requirementsOf(edition, all);
  page.text(edition.title, { style: 'strong' });
  if (edition.provisional !== undefined) page.text(edition.provisional, { style: 'warn' });
  page.gap();
  const rows = requirements.map(({ id, title, editions }) => [id, forceWords(editions[edition.id]!.force), title]);
  page.table(['Requirement', 'Force', 'Title'], rows, { wordy: 3 });
  const byForce = forces
    .map((force) => ({ force, number: rows.filter((row) => row[1] === forceWords(force)).length }))
    .filter(({ number }) => number > 0)
    .map(({ force, number }) => `${number} ${forceWords(force).toLowerCase()}`);
  page.gap().text(`${count(rows.length, 'requirement')}: ${byForce.join(', ')}.`);
  page.text('“masa explain REQUIREMENT” says what one asks for and what counts.');
  return page.toString();
}
