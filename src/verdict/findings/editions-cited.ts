/** Which editions of the guidance the document cites as its basis, and whether they were in force. */
import { countsAsText } from '../../evidence/counts-as-text.ts';
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

/** "Working Together ..." and the few words after it, in which the years of its editions stand. */
const CITED = /working together(?: to safeguard children)?([^.;]{0,80})/gi;
const EDITION_YEARS = /\b20(?:06|10|13|15|18|23|26)\b/g;
const HISTORICAL =
  /\b(?:former(?:ly)?|previous(?:ly)?|replac\w+|supersed\w+|earlier|was|were|old|update[ds]?|since|first)\b/i;

export function editionsCited({ reading, date }: FindingInput): Finding[] {
  const cited = new Map<string, number>();
  reading.document.sentences.forEach((sentence, index) => {
    // Every year of an edition is of this century, and few sentences have one.
    if (!countsAsText(sentence) || !sentence.text.includes('20') || HISTORICAL.test(sentence.text)) return;
    for (const [, after] of sentence.text.matchAll(CITED)) {
      for (const [year] of after!.matchAll(EDITION_YEARS)) if (!cited.has(year)) cited.set(year, index);
    }
  });
  const findings: Finding[] = [];
  const years = [...cited.keys()].sort();
  const newest = years.at(-1);
  if (years.length > 1 && newest !== undefined) {
    findings.push({
      code: 'mixed-editions',
      level: 'warning',
      message: `It cites more than one edition of Working Together as if each were current: ${years.join(' and ')}.`,
      advice: `Cite ${newest} as the basis, and mention an earlier edition only as history.`,
      ...at(reading, cited.get(years[0]!)!),
    });
  }
  if (newest !== undefined && date !== undefined) {
    const inForce = reading.compiled.rules.editions
      .filter((edition) => edition.provisional === undefined && edition.published.slice(0, date.iso.length) <= date.iso)
      .map((edition) => edition.id.slice(-4))
      .sort()
      .at(-1);
    if (inForce !== undefined && newest < inForce) {
      findings.push({
        code: 'edition-not-in-force',
        level: 'warning',
        message: `The newest edition it cites is ${newest}, but at its date (${date.iso}) the ${inForce} edition had been published.`,
        advice: `Check the arrangements against Working Together ${inForce} and cite it.`,
        ...at(reading, cited.get(newest)!),
      });
    }
  }
  return findings;
}
