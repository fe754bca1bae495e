/** One requirement on a terminal: as a gap to close, as something met, or as something that does not apply. */

import type { ElementReport, EvidenceReport, RequirementReport } from '../verdict/types.ts';
import { bestEvidence, whatToWrite } from './parts.ts';
import type { Page } from './terminal-page.ts';
import { shorten } from './width.ts';
import { forceWords, headingOf, placeWords, sentence, statuteWords } from './words.ts';

const INDENT = 4;
/** Characters of a quotation that are shown; a table row can be a page long. */
const QUOTE = { normal: 260, verbose: 2000 };

/** A requirement that is not met or partly met: what is there, what is missing, the nearest text, what to write. */
export function gap(page: Page, requirement: RequirementReport, number: number, verbose: boolean): void {
  page.text(requirement.title, { marker: `${number}. `.padStart(INDENT), markerStyle: 'dim', style: 'strong' });
  about(page, requirement);
  checkByEye(page, requirement.checkByEye ?? (requirement.confidence === 'low' ? '' : undefined));
  const essential = requirement.elements.filter((element) => element.need === 'essential');
  const printer = new ElementPrinter(page, verbose, requirement.checkByEye);
  for (const element of essential.filter(({ status }) => status === 'full')) printer.print('There', element);
  for (const element of essential.filter(({ status }) => status === 'partial')) printer.print('In part', element);
  for (const element of essential.filter(({ status }) => status === 'absent')) printer.print('Missing', element);
  for (const [index, text] of whatToWrite(requirement).entries()) {
    page.labelled(index === 0 ? 'To write' : '', text, { indent: INDENT });
  }
  if (verbose) helpful(printer, requirement);
}

/** A requirement that is met, with one quotation that shows it. */
export function met(page: Page, requirement: RequirementReport, verbose: boolean): void {
  page.text(requirement.title, { indent: 2, style: 'strong' });
  if (verbose) {
    about(page, requirement);
    checkByEye(page, requirement.checkByEye);
    const printer = new ElementPrinter(page, true, requirement.checkByEye);
    for (const element of requirement.elements.filter(({ need }) => need === 'essential')) {
      printer.print('There', element);
    }
    helpful(printer, requirement);
    return;
  }
  const best = bestEvidence(requirement.elements);
  if (best !== undefined) page.text(quoted(best, verbose), { indent: INDENT });
  const doubts = [requirement.checkByEye, ...requirement.elements.map((element) => element.checkByEye)];
  const reasons = [...new Set(doubts.filter((reason) => reason !== undefined))];
  if (reasons.length === 0 && requirement.confidence === 'low') reasons.push('');
  for (const reason of reasons) checkByEye(page, reason);
}

export function notApplicable(page: Page, requirement: RequirementReport): void {
  page.text(requirement.title, { indent: 2, style: 'strong' });
  if (requirement.notApplicable) page.text(requirement.notApplicable, { indent: INDENT });
  checkByEye(page, requirement.checkByEye);
}

/** "Must · chapter 3, p. 77 · Children Act 2004 section 16E(3)", and the name by which `masa explain` knows it. */
function about(page: Page, requirement: RequirementReport): void {
  const parts = [forceWords(requirement.force), requirement.cite, statuteWords(requirement.statute ?? '')].filter(
    Boolean,
  );
  page.text(`${parts.join(' · ')} [${requirement.id}]`, { indent: INDENT, style: 'dim' });
}

function checkByEye(page: Page, reason: string | undefined): void {
  if (reason === undefined) return;
  page.text(reason === '' ? 'Check by eye.' : `Check by eye: ${reason}`, { indent: INDENT, style: 'warn' });
}

/** Supporting parts never fail a requirement, so they are only shown to those who ask for everything. */
function helpful(printer: ElementPrinter, requirement: RequirementReport): void {
  for (const element of requirement.elements) {
    if (element.need === 'supporting') printer.print(element.status === 'full' ? 'Also there' : 'Could add', element);
  }
}

/** “The words.” (page 3, line 40, under “The partners”) */
function quoted(evidence: EvidenceReport, verbose: boolean): string {
  const heading = headingOf(evidence);
  const where = [placeWords(evidence), heading === '' ? '' : `under “${shorten(heading, 80)}”`];
  const place = where.filter((part) => part !== '').join(', ');
  const quote = shorten(evidence.quote, verbose ? QUOTE.verbose : QUOTE.normal);
  return `“${quote}”${place === '' ? '' : ` (${place})`}`;
}

/** Prints the parts of one requirement, and remembers what it has shown so that no passage is repeated. */
class ElementPrinter {
  readonly #page: Page;
  readonly #verbose: boolean;
  readonly #said: string | undefined;
  readonly #shown = new Set<string>();

  constructor(page: Page, verbose: boolean, said: string | undefined) {
    this.#page = page;
    this.#verbose = verbose;
    this.#said = said;
  }

  print(label: string, element: ElementReport): void {
    const style = label === 'Missing' ? 'bad' : label === 'In part' ? 'warn' : label === 'There' ? 'good' : 'dim';
    this.#row(label, element.asks, style);
    const evidence = this.#verbose ? element.evidence : element.evidence.slice(0, 1);
    for (const passage of evidence) this.#row('', this.#passage('', passage));
    if (element.status !== 'full' && element.nearest) {
      const { nearest } = element;
      const repeats = element.evidence.some(({ quote, line }) => quote === nearest.quote && line === nearest.line);
      if (!repeats) this.#row('', this.#passage('Nearest: ', nearest));
      this.#row(
        '',
        `Not enough: ${sentence(nearest.reason)
          .replace(/^It /, 'it ')
          .replace(/^This /, 'this ')}`,
      );
    }
    if (element.checkByEye !== undefined && element.checkByEye !== this.#said) {
      this.#row('', `Check by eye: ${element.checkByEye}`, 'dim', 'warn');
    }
  }

  #row(label: string, text: string, markerStyle: 'bad' | 'warn' | 'good' | 'dim' = 'dim', style?: 'warn'): void {
    this.#page.labelled(label, text, style ? { indent: INDENT, markerStyle, style } : { indent: INDENT, markerStyle });
  }

  #passage(before: string, evidence: EvidenceReport): string {
    const key = `${evidence.line}:${evidence.column} ${evidence.quote}`;
    const signals = this.#verbose && evidence.signals.length > 0 ? ` [${evidence.signals.join(', ')}]` : '';
    if (this.#shown.has(key)) return `${before}the same passage, ${placeWords(evidence)}.${signals}`;
    this.#shown.add(key);
    return before + quoted(evidence, this.#verbose) + signals;
  }
}
