/** Groups that are given something to do and that the document mentions nowhere else. */
import { countsAsText } from '../../evidence/reading.ts';
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

const GROUP =
  /\b((?:[A-Z][\p{L}'’&-]*,? (?:(?:and|of|for|the) )?){1,5}(?:[Ss]ub-?\s?[Gg]roup|Group|Panel|Forum|Committee|Cell|Steering Group|Working Group))\b/gu;
const DOES =
  /\b(?:will|is|are|leads?|has|have|oversees?|decides?|reviews?|commissions?|considers?|receives?|monitors?|responsible|agrees?|collates?|analyses?|takes?|looks?)\b/i;
/** Names of groups that belong to somebody else, or that need no definition. */
const OTHERS =
  /\b(?:commissioning|adults?|health and wellbeing|overview|scrutiny|child death|national|parliament|cabinet|council|channel|MAPPA|community safety|family justice|practice review panel)\b/i;
/** A short text cannot be expected to define what it names. */
const FEWEST_WORDS = 1200;

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|our|a|an|each|every|all|both|and|to|of|in|at|by|for|with|from) /, '')
    .replace(/sub[-\s]?group/g, 'group')
    .replace(/[^\p{L} ]/gu, '')
    .trim();

export function undefinedGroups({ reading }: FindingInput): Finding[] {
  const { document } = reading;
  if (document.words < FEWEST_WORDS) return [];
  const mentions = new Map<string, { name: string; sentences: Set<number>; defined: boolean }>();
  document.sentences.forEach((sentence, index) => {
    for (const match of sentence.text.matchAll(GROUP)) {
      const name = match[1]!;
      const key = keyOf(name);
      if (key.split(' ').length < 2) continue;
      const entry = mentions.get(key) ?? {
        name: name.replace(/^(?:The|Our|A|Each) /, ''),
        sentences: new Set(),
        defined: false,
      };
      entry.sentences.add(index);
      if (!countsAsText(sentence) || sentence.kind === 'row' || sentence.kind === 'item') entry.defined = true;
      mentions.set(key, entry);
    }
  });
  const findings: Finding[] = [];
  for (const { name, sentences, defined } of mentions.values()) {
    if (defined || sentences.size > 1 || OTHERS.test(name)) continue;
    const index = [...sentences][0]!;
    const { text } = document.sentences[index]!;
    // "... which is called the Harbour Group", "members of ...", "chaired by ..." define it where it stands.
    if (
      !DOES.test(text) ||
      /\b(?:known as|called|made up of|members?|chair(?:ed|s)?|meets?|brings? together|comprises?|consists?|sits? on|set up|form)\b/i.test(
        text,
      )
    )
      continue;
    if (reading.signals[index]!.some(({ id }) => ['past', 'elsewhere', 'duty', 'quotation'].includes(id))) continue;
    findings.push({
      code: 'undefined-group',
      level: 'warning',
      message: `"${name}" is given something to do, and nothing else in the document says what it is.`,
      advice: 'Say who sits on it, who chairs it and whom it reports to, or name the group that really does this.',
      ...at(reading, index),
    });
  }
  return findings;
}
