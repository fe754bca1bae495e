/** Compares reports with labels, element by element and requirement by requirement. */
import type { Need, Status } from '../rules/types.ts';
import type { DocumentReport, ElementReport, Verdict } from '../verdict/types.ts';
import type { ElementLabel, LabelledText } from './labels.ts';
import { accuracy, gwetAc1, kappa, tally } from './statistics.ts';

export interface ElementPair {
  text: LabelledText;
  requirement: string;
  element: string;
  need: Need;
  gold: Status;
  ours: Status;
  right: boolean;
  /** Whether a line we cite is a line the label cites; undefined where the label cites none or we found nothing. */
  hit: boolean | undefined;
  checkByEye: boolean;
  label: ElementLabel;
  report: ElementReport;
}

export interface RequirementPair {
  text: LabelledText;
  requirement: string;
  gold: Verdict;
  ours: Verdict;
}

export interface Comparison {
  elements: ElementPair[];
  requirements: RequirementPair[];
}

/** Lines (1-based) on which a quotation stands in a text; the quotation is an exact piece of it. */
export function linesOf(text: string, quote: string): [number, number] | undefined {
  let at = text.indexOf(quote);
  let length = quote.length;
  if (at < 0) {
    // The label may fold a line end that the document has.
    const pattern = quote
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+');
    const match = new RegExp(pattern).exec(text);
    if (!match) return undefined;
    at = match.index;
    length = match[0].length;
  }
  const first = countLines(text, at);
  return [first, first + countLines(text.slice(at, at + length), length) - 1];
}

function countLines(text: string, until: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

const verdictFrom = (statuses: readonly Status[]): Verdict =>
  statuses.every((status) => status === 'full')
    ? 'met'
    : statuses.every((status) => status === 'absent')
      ? 'not-met'
      : 'partially-met';

export function compare(text: LabelledText, body: string, report: DocumentReport): Comparison {
  const result: Comparison = { elements: [], requirements: [] };
  for (const [requirement, labels] of text.labels) {
    const ours = report.requirements.find(({ id }) => id === requirement);
    if (!ours) continue;
    const goldEssential: Status[] = [];
    const oursEssential: Status[] = [];
    for (const [element, label] of labels) {
      const found = ours.elements.find(({ id }) => id === element);
      if (!found) continue;
      const right = label.accept.includes(found.status);
      const gold = right ? found.status : label.status;
      result.elements.push({
        text,
        requirement,
        element,
        need: found.need,
        gold,
        ours: found.status,
        right,
        hit: evidenceHit(body, label, found),
        checkByEye: found.checkByEye !== undefined,
        label,
        report: found,
      });
      if (found.need === 'essential') {
        goldEssential.push(gold);
        oursEssential.push(found.status);
      }
    }
    if (goldEssential.length > 0) {
      result.requirements.push({
        text,
        requirement,
        gold: verdictFrom(goldEssential),
        ours: verdictFrom(oursEssential),
      });
    }
  }
  return result;
}

function evidenceHit(body: string, label: ElementLabel, found: ElementReport): boolean | undefined {
  if (found.status === 'absent' || label.status === 'absent' || label.quote === undefined) return undefined;
  const places = [label.quote, ...(label.also ?? [])]
    .map((quote) => linesOf(body, quote))
    .filter((place) => place !== undefined);
  if (places.length === 0) return undefined;
  return found.evidence.some(({ line, endLine }) => places.some(([from, to]) => line <= to && endLine >= from));
}

export interface Figures {
  elements: number;
  accuracy: number | undefined;
  kappa: number | undefined;
  ac1: number | undefined;
  /** Of the elements labelled absent, the share called full. */
  falseAssurance: number | undefined;
  /** Of the elements labelled full, the share called absent. */
  missed: number | undefined;
  evidenceHit: number | undefined;
  requirements: number;
  verdictAccuracy: number | undefined;
  /** Kappa over gap or no gap. */
  gapKappa: number | undefined;
  gapPrecision: number | undefined;
  gapRecall: number | undefined;
  gapF1: number | undefined;
  checkByEye: number | undefined;
  /** Share of errors among the elements marked "check by eye", and among the others. */
  errorInside: number | undefined;
  errorOutside: number | undefined;
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

export function figures(comparison: Comparison): Figures {
  const { elements, requirements } = comparison;
  const table = tally(elements.map(({ gold, ours }) => [gold, ours] as const));
  const of = (gold: Status): ElementPair[] => elements.filter((pair) => pair.gold === gold);
  const hits = elements.filter((pair) => pair.hit !== undefined);
  const gap = (verdict: Verdict): string => (verdict === 'met' ? 'no gap' : 'gap');
  const goldGaps = requirements.filter((pair) => pair.gold !== 'met');
  const ourGaps = requirements.filter((pair) => pair.ours !== 'met');
  const both = goldGaps.filter((pair) => pair.ours !== 'met').length;
  const precision = share(both, ourGaps.length);
  const recall = share(both, goldGaps.length);
  const inside = elements.filter((pair) => pair.checkByEye);
  const outside = elements.filter((pair) => !pair.checkByEye);
  const wrong = (pairs: readonly ElementPair[]): number => pairs.filter((pair) => !pair.right).length;
  return {
    elements: elements.length,
    accuracy: accuracy(table),
    kappa: kappa(table),
    ac1: gwetAc1(table),
    falseAssurance: share(of('absent').filter((pair) => pair.ours === 'full').length, of('absent').length),
    missed: share(of('full').filter((pair) => pair.ours === 'absent').length, of('full').length),
    evidenceHit: share(hits.filter((pair) => pair.hit).length, hits.length),
    requirements: requirements.length,
    verdictAccuracy: share(requirements.filter((pair) => pair.gold === pair.ours).length, requirements.length),
    gapKappa: kappa(tally(requirements.map(({ gold, ours }) => [gap(gold), gap(ours)] as const))),
    gapPrecision: precision,
    gapRecall: recall,
    gapF1:
      precision !== undefined && recall !== undefined && precision + recall > 0
        ? (2 * precision * recall) / (precision + recall)
        : undefined,
    checkByEye: share(inside.length, elements.length),
    errorInside: share(wrong(inside), inside.length),
    errorOutside: share(wrong(outside), outside.length),
  };
}
