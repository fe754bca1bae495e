/** The shapes of the data in `rules/`: what a person writes in YAML. `schema/` checks the same shapes. */

export type EditionId = string;
export type Force = 'must' | 'should' | 'good-practice' | 'prospective';
export type Need = 'essential' | 'supporting';
export type Status = 'full' | 'partial' | 'absent';

export interface Edition {
  id: EditionId;
  /** e.g. "Working Together to Safeguard Children 2023". */
  title: string;
  short: string;
  /** ISO dates. `inForceFrom` to `inForceTo` decide which edition a dated document answers to. */
  published: string;
  inForceFrom: string;
  inForceTo?: string;
  /** A sentence shown in every report made against this edition; only a provisional edition has one. */
  provisional?: string;
  /** Concepts that speak for this edition when they stand in a document, with a weight each. */
  evidence: { concept: string; weight: number }[];
}

/**
 * How far around a sentence a pattern may gather its parts: the sentence (default; a list item or table row reads with
 * its lead-in and column headings), its whole list item, the two sentences either side in the section (`near`), its
 * paragraph, list or table (`block`), its section, or the whole document.
 */
export type Within = 'sentence' | 'item' | 'near' | 'block' | 'section' | 'chapter' | 'document';

/** Kinds of name that the program recognises by their form. */
export type NameKind =
  | 'council'
  | 'icb'
  | 'ccg'
  | 'nhs-provider'
  | 'police'
  | 'person'
  | 'group'
  | 'role'
  | 'agency'
  | 'document'
  | 'money'
  | 'share'
  | 'number'
  | 'date'
  | 'year'
  | 'frequency'
  | 'deadline'
  | 'email'
  | 'phone'
  | 'link'
  | 'area'
  /** Any name that ties a sentence to this place: a body, a group, a person, the area, a sum of money. */
  | 'local'
  | 'we';

/**
 * A pattern is a set test over a window of live text (text that no signal cancels).
 * An entry such as `a | b` is met by either.
 */
export interface Pattern {
  /** Concepts, all of which must stand in the window's live text. */
  has?: string[];
  /** Names of these kinds must stand in the window's live text. */
  names?: string[];
  /** Concepts that locate the topic: in the window, its lead-in, its column headings, its headings or the sentences before it in the block. */
  topic?: string[];
  /** At least so many of these concepts in the window's live text. */
  some?: { of: string[]; atLeast: number }[];
  /** None of these concepts may stand in the window's live text. */
  without?: string[];
  /** Concepts that must stand in the headings over the window. */
  under?: string[];
  /** None of these concepts may stand in the headings over the window. */
  notUnder?: string[];
  within?: Within;
  /** Signals that do not cancel or lower evidence for this pattern. */
  despite?: string[];
  /** Only for these editions; all when left out. */
  editions?: EditionId[];
  /** Why this wording counts; shown by `explain`. */
  because?: string;
}

export interface Element {
  id: string;
  need: Need;
  /** Editions in which a supporting element is essential. */
  essentialIn?: EditionId[];
  asks: string;
  /** What full, partial and absent look like, in words; shown by `explain`. */
  counts: { full: string; partial?: string; absent?: string };
  /** What to write when it is missing: one or two sentences to the author. */
  write?: string;
  topic?: string[];
  despite?: string[];
  full: Pattern[];
  partial?: Pattern[];
}

export interface Example {
  text: string;
  heading?: string;
  edition?: EditionId;
  expect: Record<string, Status>;
  because?: string;
}

export interface RequirementEdition {
  force: Force;
  /** True where the guidance names it in its list of what published arrangements contain. */
  publicationList?: boolean;
  /** Citation as printed; absent where no source confirms one. */
  cite?: string;
  provisional?: boolean;
}

export interface Requirement {
  id: string;
  title: string;
  theme: string;
  /** Concepts of headings under which it is at home; elsewhere a passage must name the topic in its own words. */
  home?: string[];
  asks: string;
  statute?: string;
  editions: Record<EditionId, RequirementEdition>;
  changed?: string;
  /** A conditional requirement: a pattern in live text turns it on; front matter `not-applicable` turns it off. */
  appliesWhen?: {
    /** The condition, to stand after "This applies only when". */
    says: string;
    any: Pattern[];
    /** Editions in which it is conditional; all when left out. */
    editions?: EditionId[];
  };
  remedy: string;
  nearMisses: string[];
  elements: Element[];
  examples: Example[];
}

/** A named set of phrases. A phrase is words, `*` for an ending, `(a|b)` for a choice, `...` for up to four words between. */
export interface Concept {
  id: string;
  phrases: string[];
}

export type SignalEffect = 'cancel' | 'cap';

export interface Signal {
  id: string;
  /** Short name shown beside evidence, e.g. "duty restated". */
  title: string;
  /** The reason in a sentence for the report, beginning with "it" or "this". */
  says: string;
  /** `cancel`: the sentence cannot count. `cap`: it can count as partial at most. */
  effect: SignalEffect;
  when: SignalPattern[];
  /**
   * To which other sentences it carries: `list`, from a lead-in to its items and rows; `pronoun`, to a next sentence
   * of the paragraph that opens with "It", "They" and the like; `paragraph`, to the rest of the paragraph.
   */
  carries: ('list' | 'pronoun' | 'paragraph')[];
  /** Concepts that stop it from being carried on: the sentence that has one speaks of something else again. */
  until?: string[];
  /** Kinds of name that do the same. */
  untilNames?: string[];
  /** Signals that, where they stand as well, make this one void: a promise with a date is no bare promise. */
  yieldsTo?: string[];
}

/** As `Pattern`, over one sentence with its column headings. */
export interface SignalPattern {
  has?: string[];
  names?: string[];
  some?: { of: string[]; atLeast: number }[];
  without?: string[];
  withoutNames?: string[];
  /** Concepts that stand in the headings over the sentence. */
  heading?: string[];
  /** Structural marks the document builder sets. */
  mark?: (
    | 'quoted'
    | 'contents'
    | 'heading'
    | 'code'
    | 'blank'
    | 'question'
    | 'abolished-body'
    | 'undefined-group'
    | 'mistaken'
    | 'long-past'
  )[];
  /** Because: why this wording is a signal. */
  because?: string;
}

export interface SupersededTerm {
  id: string;
  phrases: string[];
  /** True for a body that no longer exists: what a document gives it to do is half set out at most. */
  body?: boolean;
  /** Phrases in the same sentence that show another meaning of the same words. (The concept `history` is for the past.) */
  unless?: string[];
  /** What happened to it and when, in words. */
  since: string;
  useInstead: string;
  /** ISO date after which a document should not use it as current; '' means any document. */
  appliesAfter: string;
  level: 'error' | 'warning' | 'note';
  says: string;
}

export interface AgencyCategory {
  id: string;
  title: string;
  names: string[];
  /** False for bodies often listed that are not in the Schedule of the 2018 Regulations. */
  inSchedule: boolean;
}

export interface RuleSet {
  editions: Edition[];
  requirements: Requirement[];
  concepts: Concept[];
  signals: Signal[];
  terminology: SupersededTerm[];
  agencies: AgencyCategory[];
}
