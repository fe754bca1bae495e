/** Groups that are given something to do and that the document mentions nowhere else: nobody knows who does it. */
import type { Document } from '../document/types.ts';
import { countsAsText } from './counts-as-text.ts';

/** A named group: "Operational sub-group", "Case Review Panel". */
const GROUP =
  /\b((?:[A-Z][A-Za-zÀ-ɏ'’&-]*,? (?:(?:and|of|for|the) )?){1,5}(?:[Ss]ub-?\s?[Gg]roup|Group|Panel|Forum|Committee|Cell|Assembly|Steering Group|Working Group))\b/gu;
/** What stands straight after the name of a group that is given something to do. */
const DOES =
  /^ (?:will|is|are|leads?|has|have|oversees?|decides?|reviews?|commissions?|considers?|receives?|monitors?|agrees?|collates?|analyses?|takes?|looks?|reports?|works|runs|holds|keeps|sets|manages|produces|prepares|ensures|coordinates)\b/;
/** What stands straight before the name where something is done by it. */
const DONE_BY =
  /\b(?:by|(?:work|task|job|role|business|responsibility) of|lies with|rests with|falls to) (?:the |our )?$/;
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

interface Mentions {
  name: string;
  sentences: Set<number>;
  defined: boolean;
  acts: boolean;
}

/** By sentence, the name of the group. */
export function findUndefinedGroups(document: Document): Map<number, string> {
  const undefinedGroups = new Map<number, string>();
  if (document.words < FEWEST_WORDS) return undefinedGroups;
  const groups = new Map<string, Mentions>();
  document.sentences.forEach((sentence, index) => {
    for (const match of sentence.text.matchAll(GROUP)) {
      const name = match[1]!;
      const key = keyOf(name.replace(OPENS, ''));
      if (key.split(' ').length < 2) continue;
      const group = groups.get(key) ?? {
        name: name.replace(OPENS, ''),
        sentences: new Set(),
        defined: false,
        acts: false,
      };
      group.sentences.add(index);
      if (
        DOES.test(sentence.text.slice(match.index + name.length)) ||
        DONE_BY.test(sentence.text.slice(0, match.index))
      )
        group.acts = true;
      if (!countsAsText(sentence) || sentence.kind === 'row' || sentence.kind === 'item') group.defined = true;
      groups.set(key, group);
    }
  });
  for (const { name, sentences, defined, acts } of groups.values()) {
    if (defined || !acts || sentences.size > 1 || OTHERS.test(name)) continue;
    const [index] = sentences;
    if (!DEFINES.test(document.sentences[index!]!.text)) undefinedGroups.set(index!, name);
  }
  return undefinedGroups;
}
