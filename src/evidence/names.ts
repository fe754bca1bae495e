/**
 * Names recognised by their form: bodies, people, documents, money, dates. A name is what makes a sentence local,
 * so this looks at capital letters and figures, which the lexicon (lower-case words) cannot see.
 */
import type { Token } from '../rules/phrase.ts';
import type { NameKind } from '../rules/types.ts';

/** What the whole document tells about its names, learned once before its sentences are read. */
export interface NameContext {
  /** Area names, e.g. "Eastering"; the longest first. */
  areas: string[];
  /** Words that stand somewhere in the document in lower case, and so are hardly anybody's name. */
  lowerCaseWords: ReadonlySet<string>;
}

/** A sentence's words, looked at one by one where a name may begin: most words of a text are in none. */
class Words {
  readonly #text: string;
  readonly #tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  get length(): number {
    return this.#tokens.length;
  }

  /** In lower case; empty before the first and after the last word. */
  lower(at: number): string {
    return this.#tokens[at]?.word ?? '';
  }

  capital(at: number): boolean {
    const token = this.#tokens[at];
    if (token === undefined) return false;
    const first = this.#text.charCodeAt(token.start);
    return first < 0x80 ? first >= 65 && first <= 90 : this.#text[token.start] !== token.word[0];
  }

  /** True when punctuation that ends a name stands before this word. */
  breaks(at: number): boolean {
    return at === 0 || hasBreak(this.#text, this.#tokens[at - 1]!.end, this.#tokens[at]!.start);
  }

  /** As it stands in the sentence. */
  text(at: number): string {
    const { start, end } = this.#tokens[at]!;
    return this.#text.slice(start, end);
  }

  /** A capitalised word that is not one of those that institutions are named by. */
  isProper(at: number): boolean {
    if (!this.capital(at)) return false;
    const lower = this.lower(at);
    return !INSTITUTION_WORDS.has(lower) && !COUNCIL_TYPES.has(lower);
  }
}

const CONNECTORS = new Set(['of', 'and', 'the', 'for', '&', 'in', 'upon', 'on', 'with', 'under', 'le', 'de']);
const COUNCIL_TYPES = new Set(
  'county city borough district metropolitan unitary town royal london council the our your each local authority a an'.split(
    ' ',
  ),
);
/** Words before "Council" that make it a council of another kind. */
const OTHER_COUNCILS = new Set(
  'youth school student care parish children young arts faith interfaith research medical members elders pupil'.split(
    ' ',
  ),
);
const GROUP_NOUNS = new Set(
  (
    'group board panel executive forum committee subgroup sub-group network cell hub partnership assembly alliance team unit ' +
    'office cabinet circle table collaborative consortium taskforce workstream commission federation ' +
    'meeting conference parliament collective roundtable leadership exchange'
  ).split(' '),
);
const DOCUMENT_NOUNS = new Set(
  (
    'strategy framework protocol agreement policy plan guide guidance document procedure procedures handbook register log charter compact ' +
    'memorandum manual report memo continuum toolkit constitution scheme tracker profile dataset dashboard scorecard directory schedule'
  ).split(' '),
);
const AGENCY_NOUNS = new Set(
  (
    'college university academy academies school schools trust hospital hospitals hospice cafcass homes housing association service services ' +
    'diocese church mosque gurdwara cvs union club clubs charity nursery foundation society'
  ).split(' '),
);
/** Words often written with a capital that are nobody's first or family name. */
const INSTITUTION_WORDS = new Set(
  (
    'safeguarding child children childrens young people multi multi-agency agency agencies arrangements arrangement working together act ' +
    'section appendix annex chapter table figure part nhs icb ccg integrated care clinical commissioning lead leads delegated partner partners ' +
    'statutory independent scrutineer scrutiny chair chairs chief executive director officer constable commander superintendent detective ' +
    'assistant deputy head manager business local authority council police constabulary health education social services service family ' +
    'families early help review reviews practice learning national regional secretary state department ofsted january february march april ' +
    'may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer ' +
    'autumn winter north south east west northern southern eastern western greater upper lower england english britain british county city ' +
    'borough district royal metropolitan town valley vale bay coast shire river street road lane house hall centre community voluntary ' +
    'youth justice probation fire rescue ambulance hospital hospitals trust foundation university college academy school schools the our ' +
    'this these those each every all any who what when where why how it we they he she there here in on at by for from with and or but if ' +
    'as a an no yes version published date approved signed name role title organisation representative contact email telephone phone ' +
    'website public protection neighbourhood adult adults right level need needs threshold document data quality assurance training ' +
    'development workforce strategic operational group board panel forum network hub office team unit executive partnership designated ' +
    'nurse doctor medical nursing quality governing body accountable finance resources strategy policy legal member members councillor ' +
    'mayor minister commissioner crime parent parents carer carers girl boy mother father foster homes home secure training welfare ' +
    'charity charities faith sport sports church mosque guidance regulations framework protocol agreement plan report yearly annual'
  ).split(' '),
);
const PERSON_TITLES = new Set(
  'dr mr mrs ms miss prof professor sir dame lord lady cllr councillor supt inspector brigadier reverend rev canon judge'.split(
    ' ',
  ),
);

/** True where a mark that ends a name stands between two words: anything but spaces, hyphens, apostrophes and `&`. */
function hasBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 45 && code !== 39 && code !== 0x2019 && code !== 0x2011 && code !== 115) return true;
  }
  return false;
}

/** Where a run of capitalised words ends: joined by small connecting words, unbroken by punctuation. */
function endOfRun(words: Words, from: number): number {
  let end = from + 1;
  while (end < words.length && !words.breaks(end)) {
    if (words.capital(end)) {
      end++;
      continue;
    }
    if (!CONNECTORS.has(words.lower(end))) break;
    let next = end + 1;
    while (next < words.length && next < end + 3 && !words.breaks(next) && CONNECTORS.has(words.lower(next))) next++;
    if (!words.capital(next) || words.breaks(next)) break;
    end = next + 1;
  }
  return end;
}

const PLACE_BEGINNING =
  /^(north|south|east|west|northern|southern|eastern|western|greater|mid|shire|vale|valley|bay|coast)/;

/** True where one of the few words before `at` (within the run) is a proper name, or a compass word or place of its own. */
function hasProperBefore(words: Words, from: number, at: number): boolean {
  for (let i = at - 1; i >= from; i--)
    if (words.isProper(i) || (words.capital(i) && PLACE_BEGINNING.test(words.lower(i)))) return true;
  return false;
}

const NATIONAL_PANEL = ['the', 'national', 'child', 'safeguarding', 'practice', 'review'];

/** "The Panel", "the national Panel", "the Child Safeguarding Practice Review Panel": one body for all England. */
function isNationalPanel(words: Words, from: number, to: number): boolean {
  let tells = to - from < 2;
  for (let i = from; i < to; i++) {
    const lower = words.lower(i);
    if (!NATIONAL_PANEL.includes(lower)) return false;
    if (lower === 'practice' || lower === 'national') tells = true;
  }
  return tells;
}

function classifyRun(words: Words, from: number, to: number, context: NameContext, found: Set<NameKind>): void {
  let start = from;
  for (let i = from; i < to; i++) {
    const lower = words.lower(i);
    const proper = (): boolean => hasProperBefore(words, start, i);
    const previous = words.lower(i - 1);
    const next = words.lower(i + 1);
    if (lower === 'council' || (lower === 'councils' && proper())) {
      const other = OTHER_COUNCILS.has(previous) || next === 'of' || next === 'for';
      if (!other && proper()) found.add('council').add('agency');
      else if (other) found.add('group');
      start = i + 1;
    } else if ((lower === 'borough' || lower === 'city') && next === 'of' && words.isProper(i + 2)) {
      found.add('council').add('agency');
    } else if (lower === 'corporation' && proper()) {
      found.add('council').add('agency');
    } else if (
      lower === 'icb' ||
      lower === 'icbs' ||
      (lower === 'board' && previous === 'care' && words.lower(i - 2) === 'integrated')
    ) {
      if (proper()) found.add('icb').add('agency');
      start = i + 1;
    } else if (
      lower === 'ccg' ||
      lower === 'ccgs' ||
      ((lower === 'group' || lower === 'groups') && previous === 'commissioning')
    ) {
      if (proper()) found.add('ccg').add('agency');
      start = i + 1;
    } else if (lower === 'constabulary' || lower === 'police') {
      const commissioner = next === 'and' && !words.breaks(i + 1) && ['crime', 'fire'].includes(words.lower(i + 2));
      const other = commissioner || ['transport', 'military', 'service', 'border'].includes(previous);
      // The two forces of London have no other name than a kind of place.
      if (!other && (previous === 'metropolitan' || previous === 'london' || proper()))
        found.add('police').add('agency');
      if (!other) start = i + 1;
    } else if (lower === 'trust' || lower === 'trusts' || lower === 'hospital' || lower === 'hospitals') {
      const named = proper();
      if (named) found.add('agency');
      for (let k = start; k < to && k < i + 4; k++) {
        if (words.lower(k) === 'nhs' || lower.startsWith('hospital')) {
          if (named) found.add('nhs-provider');
          break;
        }
      }
    } else if (GROUP_NOUNS.has(lower) || lower === 'sub-groups') {
      const national = lower === 'panel' && isNationalPanel(words, start, i);
      const named = i > start || previous === 'the' || previous === 'our';
      if (words.capital(i) && !national && named) found.add('group');
      start = i + 1;
    } else if (DOCUMENT_NOUNS.has(lower)) {
      const guidance = words.lower(start) === 'working' && words.lower(start + 1).startsWith('together');
      if (words.capital(i) && i > start && !guidance) found.add('document');
      start = i + 1;
    } else if (AGENCY_NOUNS.has(lower) && words.capital(i) && proper()) {
      found.add('agency');
    }
  }
  if (isPerson(words, from, to, context)) found.add('person');
}

const NAME_LIKE = /^[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ɏ'’.-]*$/u;

function isPerson(words: Words, from: number, to: number, context: NameContext): boolean {
  for (let i = from; i < to; i++) {
    if (PERSON_TITLES.has(words.lower(i)) && words.isProper(i + 1)) return true;
  }
  // Two or three names in a row somewhere in the run ("Chief Executive Duncan Aldershaw").
  let inRow = 0;
  for (let i = from; i <= to; i++) {
    if (i < to && isNamely(words, i, context)) {
      inRow++;
      continue;
    }
    if (inRow >= 2 && inRow <= 3) return true;
    inRow = 0;
  }
  return false;
}

/** A word that may be somebody's first or family name. */
function isNamely(words: Words, at: number, context: NameContext): boolean {
  const lower = words.lower(at);
  if (!words.isProper(at) || context.lowerCaseWords.has(lower)) return false;
  const text = words.text(at);
  return (
    NAME_LIKE.test(text) &&
    text !== text.toUpperCase() &&
    !context.areas.some((area) => area.toLowerCase().split(' ').includes(lower))
  );
}

const MONEY = /£\s?\d|\b\d[\d,.]*\s?(?:pounds|k\b)/i;
const SHARE =
  /\d\s?(?:%|per\s?cent)|\bper\s?cent\b|\bpence\b|\b\d\/\d\b(?!\/)|\b(?:thirds|quarters|fifths|tenths)\b|\b(?:half|third|quarter|fifth|tenth)s? (?:each|of)\b|\b(?:pays?|paid|meets?|gives?|bears?|contributes?|is|are|and|:|\|) (?:a |one )?(?:half|third|quarter|fifth|tenth)\b(?! (?:term|sector|year|party))|\bequal(?:ly)? (?:shares?|parts?|thirds|contributions?)\b/i;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b|${MONTH},? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\\d\\d\\b|\\d{1,2}[/.-]\\d{1,2}[/.-](?:20)?\\d\\d\\b|20\\d\\d-\\d\\d-\\d\\d\\b)`,
  'i',
);
const YEAR = /\b20[0-4]\d(?:\s?[-/–]\s?(?:20)?\d\d)?\b/;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const PHONE = /\b0\d{2,4}[ -]?\d{2,4}[ -]?\d{2,4}(?:[ -]?\d{1,4})?\b/;
const LINK = /https?:\/\/|\bwww\.|\b[\w-]+\.(?:gov\.uk|org\.uk|org|co\.uk|nhs\.uk|police\.uk|example|uk|net|com)\b/i;
const DIGIT = /\d/;
const NUMBER = /\b\d+\b/;
/** What a word in lower case tells of the sentence, or of the word beside it. Most words tell nothing. */
type Telling = 'we' | 'number' | 'share' | 'council' | 'police' | 'group' | 'in a place';
const TELLING = new Map<string, Telling>([
  ...[...GROUP_NOUNS].map((word) => [word, 'group'] as const),
  ...'we our us ours'.split(' ').map((word) => [word, 'we'] as const),
  ...'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty'
    .split(' ')
    .map((word) => [word, 'number'] as const),
  ...'percent cent half third thirds quarter quarters fifth fifths tenth tenths share shares parts pence'
    .split(' ')
    .map((word) => [word, 'share'] as const),
  ...'in across throughout within'.split(' ').map((word) => [word, 'in a place'] as const),
  ['council', 'council'],
  ['police', 'police'],
  ['constabulary', 'police'],
]);

/** "in Northolme", "across Dunmoor": a place by the word before it. */
const isPlace = (words: Words, at: number, { lowerCaseWords }: NameContext): boolean =>
  words.isProper(at) && !words.breaks(at) && !lowerCaseWords.has(words.lower(at));

/** "Marrowby council", "Halden police": a place before a small word. */
const isAfterPlace = (words: Words, at: number, { lowerCaseWords }: NameContext): boolean =>
  at > 0 &&
  !words.capital(at) &&
  !words.breaks(at) &&
  words.isProper(at - 1) &&
  (at > 1 || !lowerCaseWords.has(words.lower(0)));

/** The kinds of name that stand in a sentence. */
export function namesIn(text: string, tokens: readonly Token[], context: NameContext): Set<NameKind> {
  const found = new Set<NameKind>();
  const words = new Words(text, tokens);
  let share = false;
  let past = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i >= past && words.capital(i)) {
      past = endOfRun(words, i);
      classifyRun(words, i, past, context, found);
    }
    const telling = TELLING.get(tokens[i]!.word);
    if (telling === undefined) continue;
    if (telling === 'share') share = true;
    else if (telling === 'we' || telling === 'number') found.add(telling);
    else if (telling === 'in a place') {
      if (isPlace(words, i + 1, context)) found.add('area');
    } else if (isAfterPlace(words, i, context)) {
      found.add(telling);
      if (telling !== 'group') found.add('agency');
    }
  }
  const figures = DIGIT.test(text);
  if ((share || figures) && SHARE.test(text)) found.add('share');
  if (figures) {
    if (NUMBER.test(text)) found.add('number');
    if (MONEY.test(text)) found.add('money');
    if (DATE.test(text)) found.add('date');
    if (YEAR.test(text)) found.add('year');
    if (PHONE.test(text)) found.add('phone');
  }
  if (text.includes('@') && EMAIL.test(text)) found.add('email');
  else if (text.includes('.') && LINK.test(text)) found.add('link');
  if (context.areas.some((area) => text.includes(area))) found.add('area');
  for (const kind of ['council', 'icb', 'ccg', 'police', 'group', 'person', 'area', 'money', 'email'] as const) {
    if (found.has(kind)) found.add('local');
  }
  return found;
}

const AREA_FROM_BODY =
  /\b((?:[A-Z][A-Za-zÀ-ɏ'’-]+(?: (?:and|upon|on|of|the|le|[A-Z][A-Za-zÀ-ɏ'’-]+)){0,4}?)) (?:County |City |Borough |District |Metropolitan |Unitary |Town )*(?:Council|Safeguarding|Multi-[Aa]gency|Children[’']?s? Safeguarding|Local Safeguarding)\b/gu;

/** Learns the area's names and the document's lower-case words from all its sentences. */
export function learnNames(
  texts: Iterable<{ text: string; tokens: readonly Token[] }>,
  declaredAreas: readonly string[] = [],
): NameContext {
  const counts = new Map<string, number>();
  const lowerCaseWords = new Set<string>();
  for (const { text, tokens } of texts) {
    if (text.includes('Council') || text.includes('Safeguarding') || text.includes('gency')) {
      for (const match of text.matchAll(AREA_FROM_BODY)) {
        const name = match[1]!
          .replace(/^(?:The|Our|A|For|In|And|By|To|Each|Every|Both) /, '')
          .replace(/ (?:and|of|the)$/, '');
        const words = name.split(' ');
        if (words.every((word) => INSTITUTION_WORDS.has(word.toLowerCase()))) continue;
        if (INSTITUTION_WORDS.has(words[0]!.toLowerCase()) && words.length === 1) continue;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    for (const { word, start } of tokens) {
      const first = text.charCodeAt(start);
      if (first >= 97 && first <= 122) lowerCaseWords.add(word);
    }
  }
  const areas = new Set(declaredAreas);
  for (const [name] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 6)) areas.add(name);
  return { areas: [...areas].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)), lowerCaseWords };
}
