/** Groups that are given something to do and that the document mentions nowhere else. */
import { countsAsText } from '../../evidence/reading.ts';
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

/** A named group: "Operational sub-group", "Case Review Panel". */
const GROUP =
  /\b((?:[A-Z][A-Za-zÀ-ɏ'’&-]*,? (?:(?:and|of|for|the) )?){1,5}(?:[Ss]ub-?\s?[Gg]roup|Group|Panel|Forum|Committee|Cell|Steering Group|Working Group))\b/gu;
/** What stands straight after the name of a group that is given something to do. */
const DOES =
  /^ (?:will|is|are|leads?|has|have|oversees?|decides?|reviews?|commissions?|considers?|receives?|monitors?|agrees?|collates?|analyses?|takes?|looks?|reports?)\b/;
/** "... known as the Harbour Group", "members of ...", "chaired by ..." define a group where it stands. */
const DEFINES =
  /\b(?:known as|called|made up of|members?|chair(?:ed|s)?|meets?|brings? together|comprises?|consists?|sits? on|set up|form)\b/i;
/** A word that opens a sentence and is no part of the name. */
const OPENS = /^(?:The|Our|A|An|Each|Every|Where|When|If|In|At|By|For|Both|This|That|All|Once|As) /;
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
    .replace(/[^A-Za-zÀ-ɏ ]/gu, '')
    .trim();

export function undefinedGroups({ reading }: FindingInput): Finding[] {
  const { document } = reading;
  if (document.words < FEWEST_WORDS) return [];
  const mentions = new Map<string, { name: string; sentences: Set<number>; defined: boolean; acts: boolean }>();
  document.sentences.forEach((sentence, index) => {
    for (const match of sentence.text.matchAll(GROUP)) {
      const name = match[1]!;
      const key = keyOf(name.replace(OPENS, ''));
      if (key.split(' ').length < 2) continue;
      const entry = mentions.get(key) ?? {
        name: name.replace(OPENS, ''),
        sentences: new Set<number>(),
        defined: false,
        acts: false,
      };
      entry.sentences.add(index);
      if (DOES.test(sentence.text.slice(match.index + name.length))) entry.acts = true;
      if (!countsAsText(sentence) || sentence.kind === 'row' || sentence.kind === 'item') entry.defined = true;
      mentions.set(key, entry);
    }
  });
  const findings: Finding[] = [];
  for (const { name, sentences, defined, acts } of mentions.values()) {
    if (defined || !acts || sentences.size > 1 || OTHERS.test(name)) continue;
    const index = [...sentences][0]!;
    const { text } = document.sentences[index]!;
    if (DEFINES.test(text)) continue;
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
