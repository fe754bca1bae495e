/** The words that rule files may choose from, kept in step with the types by the compiler and with the schemas by a test. */
import type {
  Force,
  NameKind,
  Need,
  Pattern,
  Signal,
  SignalEffect,
  SignalPattern,
  Status,
  SupersededTerm,
} from './types.ts';

/** All members of a union: the compiler asks for each and allows no other. */
const every = <T extends string>(members: Record<T, true>): readonly T[] => Object.keys(members) as T[];

/** Every kind of name a pattern may ask for. */
export const NAME_KINDS: readonly string[] = every<NameKind>({
  council: true,
  icb: true,
  ccg: true,
  'nhs-provider': true,
  police: true,
  person: true,
  group: true,
  role: true,
  agency: true,
  document: true,
  money: true,
  share: true,
  number: true,
  date: true,
  year: true,
  frequency: true,
  deadline: true,
  email: true,
  phone: true,
  link: true,
  area: true,
  local: true,
  we: true,
});

export const FORCES = every<Force>({ must: true, should: true, 'good-practice': true, prospective: true });
export const NEEDS = every<Need>({ essential: true, supporting: true });
export const STATUSES = every<Status>({ full: true, partial: true, absent: true });
export const EFFECTS = every<SignalEffect>({ cancel: true, cap: true });
export const LEVELS = every<SupersededTerm['level']>({ error: true, warning: true, note: true });
export const CARRIES = every<Signal['carries'][number]>({ list: true, pronoun: true, paragraph: true });
export const WITHIN = every<NonNullable<Pattern['within']>>({
  sentence: true,
  item: true,
  near: true,
  block: true,
  section: true,
  chapter: true,
  document: true,
});
export const MARKS = every<NonNullable<SignalPattern['mark']>[number]>({
  quoted: true,
  contents: true,
  heading: true,
  code: true,
  blank: true,
  question: true,
  'abolished-body': true,
  'undefined-group': true,
  mistaken: true,
  'long-past': true,
});
