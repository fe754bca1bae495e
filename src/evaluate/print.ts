/** The figures as a table for a terminal. */

import type { Need } from '../rules/types.ts';
import type { Evaluation } from './run.ts';
import { type Comparison, type ElementPair, type Figures, figures } from './score.ts';

export type Grouping = 'requirement' | 'document' | 'style' | 'edition' | 'element' | 'need';

const percent = (value: number | undefined): string => (value === undefined ? '-' : `${(value * 100).toFixed(1)}%`);
const decimal = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(3));

const COLUMNS: [string, (f: Figures) => string][] = [
  ['elements', (f) => String(f.elements)],
  ['right', (f) => percent(f.accuracy)],
  ['kappa', (f) => decimal(f.kappa)],
  ['AC1', (f) => decimal(f.ac1)],
  ['false full', (f) => percent(f.falseAssurance)],
  ['missed', (f) => percent(f.missed)],
  ['quoted', (f) => percent(f.evidenceHit)],
  ['verdicts', (f) => percent(f.verdictAccuracy)],
  ['gap kappa', (f) => decimal(f.gapKappa)],
  ['gap P', (f) => percent(f.gapPrecision)],
  ['gap R', (f) => percent(f.gapRecall)],
  ['gap F1', (f) => percent(f.gapF1)],
  ['by eye', (f) => percent(f.checkByEye)],
  ['err in', (f) => percent(f.errorInside)],
  ['err out', (f) => percent(f.errorOutside)],
];

export function groups(comparison: Comparison, by: Grouping): Map<string, Comparison> {
  const result = new Map<string, Comparison>();
  const keyOf = (pair: { requirement: string; text: ElementPair['text']; element?: string; need?: Need }): string =>
    by === 'requirement'
      ? pair.requirement
      : by === 'document'
        ? pair.text.name
        : by === 'style'
          ? `${pair.text.style} ${pair.text.quality}`
          : by === 'element'
            ? `${pair.requirement}.${pair.element ?? ''}`
            : by === 'need'
              ? (pair.need ?? '')
              : pair.text.edition;
  const group = (key: string): Comparison => {
    let found = result.get(key);
    if (!found) {
      found = { elements: [], requirements: [] };
      result.set(key, found);
    }
    return found;
  };
  for (const pair of comparison.elements) group(keyOf(pair)).elements.push(pair);
  if (by !== 'element' && by !== 'need')
    for (const pair of comparison.requirements) group(keyOf(pair)).requirements.push(pair);
  return new Map([...result].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function table(evaluation: Evaluation, by: Grouping): string {
  const rows = [...groups(evaluation, by)].map(([key, comparison]) => [
    key,
    ...COLUMNS.map(([, show]) => show(figures(comparison))),
  ]);
  rows.push(['ALL', ...COLUMNS.map(([, show]) => show(figures(evaluation)))]);
  const lines = [[by, ...COLUMNS.map(([title]) => title)], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same figures as data, by group and over all; with `withErrors` each disagreement as well. */
export function asData(evaluation: Evaluation, by: Grouping, withErrors: boolean) {
  return {
    schemaVersion: '1',
    texts: evaluation.texts,
    by,
    groups: Object.fromEntries([...groups(evaluation, by)].map(([key, comparison]) => [key, figures(comparison)])),
    all: figures(evaluation),
    ...(withErrors
      ? {
          errors: evaluation.elements
            .filter((pair) => !pair.right)
            .map(({ text, requirement, element, gold, ours, checkByEye, label, report }) => ({
              text: text.name,
              requirement,
              element,
              labelled: gold,
              called: ours,
              checkByEye,
              label: { quote: label.quote, trap: label.trap },
              evidence: report.evidence,
              nearest: report.nearest,
            })),
        }
      : {}),
  };
}

const oneLine = (text: string, most: number): string => {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > most ? `${folded.slice(0, most)}…` : folded;
};

/** Each disagreement with its document, place, the label's quotation, ours, and the signals that fired. */
export function errors(evaluation: Evaluation): string {
  return evaluation.elements
    .filter((pair) => !pair.right)
    .map((pair) => {
      const { report, label } = pair;
      const ours = report.evidence[0] ?? report.nearest;
      const lines = [
        `${pair.text.name} ${pair.requirement}.${pair.element}: labelled ${pair.gold}, called ${pair.ours}${pair.checkByEye ? ' (check by eye)' : ''}`,
      ];
      const gold = label.quote ?? (pair.text.kind === 'passage' ? pair.text.text : undefined);
      if (gold !== undefined) lines.push(`  label: ${oneLine(gold, 500)}${label.trap ? ` [${label.trap}]` : ''}`);
      if (pair.text.kind === 'passage') lines.push(`  kind:  ${pair.text.quality}, ${pair.text.style}`);
      if (ours) {
        const signals = ours.signals.length > 0 ? ` {${ours.signals.join(', ')}}` : '';
        lines.push(`  ours:  line ${ours.line}: ${oneLine(ours.quote, 300)}${signals}`);
      }
      return lines.join('\n');
    })
    .join('\n');
}
