/**
 * Names that a document gives to its bodies, roles and documents. Real arrangements introduce "the Harbour Group of
 * delegated safeguarding partners" or "Spark, our shadow board" once and afterwards use the name alone; a later
 * sentence that has only the name must still be read as being about that body.
 */
import type { Document } from '../document/types.ts';
import { tokenize } from '../rules/phrase.ts';
import { type Bits, bitsOf, emptyBits, hasBit, meet, setBit } from './bits.ts';
import type { CompiledRules } from './compile.ts';

interface Alias {
  words: string[];
  concepts: number[];
}

/** By first word. */
export type Aliases = Map<string, Alias[]>;

/** A name of one to five words with a capital: "Harbour Group", "Spark", "MACFA". */
const NAME = `(?:[“"'‘*_]{0,3})((?:[A-Z][A-Za-zÀ-ɏ0-9'’-]*)(?: (?:(?:and|of|for|the|to|in|on) ){0,2}[A-Z][A-Za-zÀ-ɏ0-9'’-]*){0,4})(?:[”"'’*_]{0,3})`;
/** Marks at which what stands before a name begins. */
const CLAUSE_MARKS = /[.;:()]/g;
/** How far back of a name its meaning may begin. */
const FURTHEST_BACK = 140;

/** `hint` is a cheap test that most sentences fail. */
const PATTERNS: { hint: RegExp; pattern: RegExp; name: number; meaning: number | 'before' }[] = [
  // "our multi-agency safeguarding hub (the Beacon)", "Integrated Care Board (ICB)"
  {
    hint: /\(/,
    pattern: new RegExp(
      String.raw` \((?:known (?:locally )?as |called |hereafter |referred to as |or )?(?:the )?${NAME}\)`,
      'gu',
    ),
    meaning: 'before',
    name: 1,
  },
  // "a panel of young people called Spark", "known locally as the Lookout"
  {
    hint: /\b(?:called|known|named|branded|titled|entitled|we call|goes? by the name|under the name|as (?:the |our )?[A-Z]|form|make up)/,
    pattern: new RegExp(
      `,? (?:which is |which are |who are |is |are |locally |now |all |and )*(?:called|known (?:locally |to everyone |simply )?as|named|branded|titled|entitled|which we call|that we call|we call (?:it|them|this)|goes by the name of|go by the name of|under the name of|meet(?:s|ing)? as|gather(?:s)? as|sit(?:s)? as|form(?:s)?|make up|work(?:s)? as|come together as) (?:the |our )?${NAME}`,
      'gu',
    ),
    meaning: 'before',
    name: 1,
  },
  // "Spark, our shadow board of under-18s,", "the Harbour Group, the meeting of delegated partners,"
  {
    hint: /, (?:which is |who is )?(?:our|the|a|an|its) /,
    pattern: new RegExp(
      String.raw`${NAME}(?: \([^)]{1,30}\))?, (?:which is |who is )?(?:our|the|a|an|its) ([^.;:()]{4,90})`,
      'gu',
    ),
    name: 1,
    meaning: 2,
  },
  // "the Harbour Group of delegated safeguarding partners"
  {
    hint: /[Tt]he [A-Z][^ ]*(?: [A-Za-z]+){0,4} of [a-z]/,
    pattern: new RegExp(`[Tt]he ${NAME} of ([a-z][^.;:(),]{4,60})`, 'gu'),
    name: 1,
    meaning: 2,
  },
  // "The Right Mooring is our threshold document", "The Lookout is the partnership"
  {
    hint: /[A-Za-z)] (?:is|are) (?:made up of|where|our|the|a|an|both) /,
    pattern: new RegExp(`${NAME} (?:is|are) (?:made up of |where |our |the |a |an |both )+([^.;:()]{4,90})`, 'gu'),
    name: 1,
    meaning: 2,
  },
];

/** Names too plain to stand for one thing. */
const PLAIN = new Set(
  (
    'the this that these those it they we our a an each every all both one in on at by as if when where there here he she i you who what how ' +
    'partnership board children child working together act section appendix chapter police council health nhs icb ccg la england government ' +
    'partner partners safeguarding lead leads chair dcs panel executive local authority group independent agencies'
  ).split(' '),
);

/** The clause that ends where a name is given. */
function wordsBefore(text: string, at: number): string {
  const clause = text.slice(Math.max(0, at - FURTHEST_BACK), at);
  let from = 0;
  for (const mark of clause.matchAll(CLAUSE_MARKS)) from = mark.index + 1;
  return clause.slice(from);
}

/** An abbreviation: "KSCP", "LSPs". */
const INITIALS = /^([A-Z]{2,8})s?$/;
const SMALL_WORD = /^(?:of|and|the|for|in|on|to|with|a|an)$/i;

/** The words that an abbreviation abbreviates, at the end of a clause: what stands before them is not its meaning. */
function spelledOut(clause: string, alias: string): string | undefined {
  const initials = INITIALS.exec(alias)?.[1];
  if (initials === undefined) return undefined;
  const words = [...clause.matchAll(/[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*/g)];
  let left = initials.length;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i]![0];
    if (word.charAt(0).toUpperCase() === initials[left - 1]) left--;
    else if (!SMALL_WORD.test(word)) return undefined;
    if (left === 0) return clause.slice(words[i]!.index);
  }
  return undefined;
}

function definableIn(text: string, compiled: CompiledRules, atEnd: boolean): number[] {
  const words = tokenize(text).map((token) => token.word);
  const window = atEnd ? words.slice(-9) : words.slice(0, 9);
  const found = emptyBits(compiled.size);
  compiled.matcher.match(window, found);
  return compiled.definable.filter((concept) => hasBit(found, concept));
}

export function findAliases(
  document: Document,
  words: readonly string[][],
  own: readonly Bits[],
  compiled: CompiledRules,
): Aliases {
  const meanings = new Map<string, Set<number>>();
  const definable = bitsOf(compiled.size, compiled.definable);
  document.sentences.forEach((sentence, index) => {
    if (sentence.kind === 'contents' || sentence.kind === 'heading') return;
    // Without a body, role or document in it a sentence defines none.
    if (!meet(own[index]!, definable)) return;
    if (words[index]!.length < 4) return;
    for (const { hint, pattern, name, meaning } of PATTERNS) {
      if (!hint.test(sentence.text)) continue;
      for (const match of sentence.text.matchAll(pattern)) {
        const alias = match[name]!.replace(/^(?:The|Our|A|An) /, '');
        const aliasWords = tokenize(alias).map((token) => token.word);
        if (
          aliasWords.length === 0 ||
          (aliasWords.length === 1 && (PLAIN.has(aliasWords[0]!) || aliasWords[0]!.length < 3))
        )
          continue;
        if (aliasWords.every((word) => PLAIN.has(word))) continue;
        const before = meaning === 'before' ? wordsBefore(sentence.text, match.index) : match[meaning]!;
        const words = spelledOut(before, alias) ?? before;
        const concepts = definableIn(words, compiled, meaning === 'before');
        if (concepts.length === 0 || concepts.length > 8) continue;
        const key = aliasWords.join(' ');
        const set = meanings.get(key) ?? new Set();
        for (const concept of concepts) set.add(concept);
        meanings.set(key, set);
      }
    }
  });
  const aliases: Aliases = new Map();
  for (const [key, concepts] of meanings) {
    const aliasWords = key.split(' ');
    const list = aliases.get(aliasWords[0]!) ?? [];
    list.push({ words: aliasWords, concepts: [...concepts] });
    aliases.set(aliasWords[0]!, list);
  }
  return aliases;
}

/** Adds to a sentence the meanings of the local names in it. */
export function matchAliases(words: readonly string[], aliases: Aliases, bits: Bits): void {
  words.forEach((word, at) => {
    for (const alias of aliases.get(word) ?? []) {
      if (alias.words.every((part, offset) => words[at + offset] === part)) {
        for (const concept of alias.concepts) setBit(bits, concept);
      }
    }
  });
}
