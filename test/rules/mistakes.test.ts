/** Mistakes in rule files: each is found at its place and told in one sentence, and all are told at once. */
import { describe, expect, it } from 'vitest';
import { formatMistake, loadRules } from '../../src/rules/load.ts';
import { edited, mistakesIn, SOUND } from './folder.ts';

type Changes = Record<string, string | undefined>;

const FUNDING = 'requirements/funding.yaml';
const LEXICON = 'lexicon/funding.yaml';
const SIGNAL = 'signals/duty.yaml';
const TERMS = 'terminology.yaml';

const pattern = (now: string): Changes => edited(FUNDING, ['{ has: [money, pays] }', `{ ${now} }`]);
const element = (...edits: [string, string][]): Changes => edited(FUNDING, ...edits);

const keys: [what: string, changes: Changes, mistakes: string[]][] = [
  ['nothing', {}, []],
  [
    'a misspelt key',
    element(['    asks: Who', '    ask: Who']),
    ['requirements/funding.yaml:12:5 There is no key "ask" here; did you mean "asks"?'],
  ],
  [
    'a key like no other',
    edited('agencies.yaml', ['title: Health', 'title: Health\n  zzzzzzzzzz: 1']),
    ['agencies.yaml:3:3 There is no key "zzzzzzzzzz" here; id, title, names or in-schedule can stand here.'],
  ],
  [
    'a key left out',
    element(['remedy: Say who pays.\n', '']),
    ['requirements/funding.yaml:1:1 "remedy" is missing (what to do about a gap, in one or two sentences); add it.'],
  ],
  [
    'an empty text',
    element(['asks: Say who pays.', 'asks: ""']),
    ['requirements/funding.yaml:4:7 "asks" is empty; write it or take the key out.'],
  ],
  [
    'a key with nothing after it',
    element(['asks: Say who pays.', 'asks:']),
    ['requirements/funding.yaml:4:1 "asks" is empty and must be a text.'],
  ],
  [
    'a number for a text',
    element(['title: How the arrangements are funded', 'title: 2023']),
    ['requirements/funding.yaml:2:8 "title" is the number 2023 and must be a text; put it in quotation marks.'],
  ],
  [
    'a text for a list',
    element(['near-misses: []', 'near-misses: none']),
    ['requirements/funding.yaml:8:14 "near-misses" is a text and must be a list.'],
  ],
  [
    'a word that is no choice',
    element(['need: essential', 'need: esential']),
    [
      'requirements/funding.yaml:11:11 "need" is "esential" and must be essential or supporting; did you mean "essential"?',
    ],
  ],
  [
    'a wrong date',
    edited(TERMS, ['2022-07-01', '1 July 2022']),
    [
      'terminology.yaml:5:18 "applies-after" is "1 July 2022"; a date is written 2023-12-15, or 2023-12 where the day is not known, or "" for a document of any date.',
    ],
  ],
  [
    'an id of the wrong form',
    edited(TERMS, ['- id: ccg', '- id: The CCG']),
    ['terminology.yaml:1:7 "id" is "The CCG"; a name is lower-case words joined by hyphens, such as lead-partners.'],
  ],
  [
    'a list for a set of keys',
    { [LEXICON]: '- money\n- pays\n' },
    ['lexicon/funding.yaml:1:1 The file is a list and must be a set of keys.'],
  ],
];

const names: typeof keys = [
  [
    'an unknown concept',
    pattern('has: [money, payss, pays]'),
    ['requirements/funding.yaml:15:24 There is no concept "payss"; did you mean "pays"?'],
  ],
  [
    'an unknown concept in a choice',
    pattern('has: ["money | cash", pays]'),
    ['requirements/funding.yaml:15:17 There is no concept "cash"; add it to rules/lexicon or take it out.'],
  ],
  [
    'an unknown kind of name',
    pattern('has: [money, pays], names: [polis]'),
    ['requirements/funding.yaml:15:39 There is no kind of name and no concept "polis"; did you mean "police"?'],
  ],
  [
    'an unknown kind of name in a signal',
    edited(SIGNAL, ['[group]', '[groop]']),
    ['signals/duty.yaml:7:37 There is no kind of name and no concept "groop"; did you mean "group"?'],
  ],
  [
    'an unknown concept in a signal',
    edited(SIGNAL, ['carries: []', 'carries: []\nuntil: [moneys]']),
    ['signals/duty.yaml:6:9 There is no concept "moneys"; did you mean "money"?'],
  ],
  [
    'an unknown concept in an edition',
    edited('editions/wt2023.yaml', ['evidence: []', 'evidence:\n  - { concept: monies, weight: 1 }']),
    ['editions/wt2023.yaml:7:16 There is no concept "monies"; did you mean "money"?'],
  ],
  [
    'an unknown signal',
    pattern('has: [money, pays], despite: [dutty]'),
    ['requirements/funding.yaml:15:41 There is no signal "dutty"; did you mean "duty"?'],
  ],
  [
    'an unknown edition',
    element(['  wt2023: {', '  wt2024: {']),
    ['requirements/funding.yaml:6:3 There is no edition "wt2024"; did you mean "wt2023"?'],
  ],
  [
    'an edition that does not ask for the requirement',
    {
      'editions/wt2018.yaml': SOUND['editions/wt2023.yaml']!.replace('id: wt2023', 'id: wt2018'),
      ...pattern('has: [money, pays], editions: [wt2018]'),
    },
    ['requirements/funding.yaml:15:42 The requirement is not asked by "wt2018"; it is asked by wt2023.'],
  ],
  [
    'an example of no element',
    element(['{ model: absent }', '{ model: absent, modle: full }']),
    ['requirements/funding.yaml:20:30 There is no element "modle" in this requirement; did you mean "model"?'],
  ],
  [
    'a requirement twice',
    { 'requirements/other.yaml': SOUND[FUNDING]! },
    [
      'requirements/other.yaml:1:1 There is already a requirement "funding" in requirements/funding.yaml; give this one another name or join the two.',
      'requirements/other.yaml:1:5 The file is named "other.yaml" and its id is "funding"; make them the same.',
    ],
  ],
  [
    'an element twice',
    element([
      'examples:\n',
      '  - { id: model, need: supporting, asks: Who., counts: { full: Who. }, full: [{ has: [money] }] }\nexamples:\n',
    ]),
    [
      'requirements/funding.yaml:16:11 There is already an element "model" earlier in this file; give this one another id.',
    ],
  ],
  [
    'a concept twice',
    { 'lexicon/other.yaml': 'money:\n  - cash\n' },
    [
      'lexicon/other.yaml:1:1 There is already a concept "money" in lexicon/funding.yaml; give this one another name or join the two.',
    ],
  ],
  [
    'a concept that no rule uses',
    edited(LEXICON, ['pays:', 'spare:\n  - spare\npays:']),
    ['lexicon/funding.yaml:3:1 No rule uses the concept "spare"; use it or take it out.'],
  ],
];

const sense: typeof keys = [
  [
    'a topic alone',
    { ...pattern('topic: [money, pays]') },
    [
      'requirements/funding.yaml:15:9 The pattern has no "has", "names" or "some"; add one, since a topic alone is never evidence.',
    ],
  ],
  [
    'a contradiction',
    pattern('has: [money, pays], without: [pays]'),
    [
      'requirements/funding.yaml:15:41 "pays" stands in "has" and in "without", so the pattern can never be met; take one out.',
    ],
  ],
  [
    'more than there are',
    pattern('some: [{ of: [money, pays], at-least: 3 }]'),
    ['requirements/funding.yaml:15:49 "at-least" asks for 3 of 2, which can never be met; ask for 2 at most.'],
  ],
  [
    'no citation',
    element([', cite: "chapter 2, funding"', '']),
    [
      'requirements/funding.yaml:6:3 The requirement has no citation for "wt2023"; add "cite" with the place in the guidance, or "statute".',
    ],
  ],
  [
    'no citation where an Act is cited',
    element([', cite: "chapter 2, funding"', ''], ['remedy:', 'statute: s16I\nremedy:']),
    [],
  ],
  [
    'nothing essential',
    element(['need: essential', 'need: supporting']),
    [
      'requirements/funding.yaml:9:1 No element is essential in "wt2023", so the requirement could never fail; make one essential.',
    ],
  ],
  [
    'essential twice over',
    element(['need: essential', 'need: essential\n    essential-in: [wt2023]']),
    [
      'requirements/funding.yaml:12:5 The element is essential in every edition already; take "essential-in" out or make its need supporting.',
    ],
  ],
  [
    'an example twice',
    element(['text: Money matters.', 'text: The council pays half of the money.']),
    ['requirements/funding.yaml:19:11 The same example stands here twice; keep one.'],
  ],
  [
    'a bad phrase, an open bracket and a phrase twice',
    edited(LEXICON, ['  - pay*', '  - pay*\n  - "*"\n  - (one\n  - pay*']),
    [
      'lexicon/funding.yaml:5:5 The phrase "*" cannot be used: it has a "*" with no word before it, which would match every word.',
      'lexicon/funding.yaml:6:5 The phrase "(one" cannot be used: it has a "(" that is never closed; add the ")".',
      'lexicon/funding.yaml:7:5 The phrase "pay*" stands twice in this list; keep one.',
    ],
  ],
  [
    'a phrase that is a number',
    edited(LEXICON, ['- pay*', '- 15']),
    ['lexicon/funding.yaml:4:5 Entry 1 of "pays" is the number 15 and must be a text; put it in quotation marks.'],
  ],
  [
    'a bad phrase of a term',
    edited(TERMS, ['group*]', 'group*, "..."]']),
    ['terminology.yaml:2:44 The phrase "..." cannot be used: it begins with "...", which only stands between words.'],
  ],
];

const files: typeof keys = [
  [
    'a key twice',
    element(['theme: funding', 'theme: funding\ntheme: funding']),
    ['requirements/funding.yaml:4:1 This key stands twice in the same place; keep one of them.'],
  ],
  [
    'a colon in a text',
    element(['remedy: Say who', 'remedy: Say: who']),
    [
      'requirements/funding.yaml:7:9 There is a ":" too many on this line; put the text after the first ":" in quotation marks.',
    ],
  ],
  [
    'a tab',
    element(['    need:', '\tneed:']),
    ['requirements/funding.yaml:11:1 The line is indented with a tab; indent with spaces.'],
  ],
  [
    'a bracket left open',
    element(['[money, pays]', '[money, pays']),
    ['requirements/funding.yaml:15:29 A "{" or "[" is never closed before this; add the "}" or "]".'],
  ],
  [
    'a phrase that YAML takes for an alias',
    edited(LEXICON, ['- pay*', '- *pay']),
    ['lexicon/funding.yaml:4:5 A text that begins with "*" is an alias in YAML; put "*pay" in quotation marks.'],
  ],
  ['an empty file', { [LEXICON]: '' }, ['lexicon/funding.yaml:1:1 The file is empty; write it or delete it.']],
  [
    'a file named after something else',
    { [FUNDING]: undefined, 'requirements/money.yaml': SOUND[FUNDING]! },
    ['requirements/money.yaml:1:5 The file is named "money.yaml" and its id is "funding"; make them the same.'],
  ],
  [
    'a file of another kind',
    { 'lexicon/notes.md': 'notes' },
    ['lexicon/notes.md:1:1 Only files that end in ".yaml" can stand here; rename or move it.'],
  ],
  ['no such folder', { [SIGNAL]: undefined }, ['signals:1:1 There is no rule file in "signals"; add one.']],
  ['no such file', { 'agencies.yaml': undefined }, ['agencies.yaml:1:1 There is no such file; add it.']],
];

describe.each([
  ['keys and values', keys],
  ['names', names],
  ['sense', sense],
  ['files', files],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_, changes, mistakes) => {
    expect(mistakesIn(changes)).toEqual(mistakes);
  });
});

describe('what is unfinished', () => {
  const cases: typeof keys = [
    [
      'no absent example',
      element(['model: absent', 'model: full']),
      ['requirements/funding.yaml:10:9 The element "model" has no example that is absent; add one to "examples".'],
    ],
    [
      'no partial example',
      element(['examples:\n', '    partial:\n      - { has: [money] }\nexamples:\n']),
      ['requirements/funding.yaml:10:9 The element "model" has no example that is partial; add one to "examples".'],
    ],
    [
      'no pattern',
      element(['full:\n      - { has: [money, pays] }', 'full: []\n    topic: [pays]']),
      ['requirements/funding.yaml:14:11 The element "model" has no pattern that sets it out yet; add one to "full".'],
    ],
    [
      'no pattern in a condition',
      element(['remedy:', 'applies-when: { says: it does, any: [] }\nremedy:']),
      [
        'requirements/funding.yaml:7:37 The condition has no pattern yet; add one that shows when the requirement applies.',
      ],
    ],
  ];

  it.each(cases)('%s', (_, changes, mistakes) => {
    expect(mistakesIn(changes)).toEqual(mistakes);
    expect(mistakesIn(changes, { allowUnfinished: true, conceptsUsedByCode: [] })).toEqual([]);
  });
});

describe('several mistakes', () => {
  it('are told all at once, by file and place', () => {
    expect(
      mistakesIn({
        ...element(['    asks: Who', '    ask: Who'], ['[money, pays]', '[money, pay]'], ['model: full', 'model: ful']),
        ...edited(LEXICON, ['- money', '- money (']),
        ...edited(SIGNAL, ['effect: cancel', 'effect: cancels']),
      }),
    ).toEqual([
      'lexicon/funding.yaml:2:5 The phrase "money (" cannot be used: it has a "(" that is never closed; add the ")".',
      'lexicon/funding.yaml:3:1 No rule uses the concept "pays"; use it or take it out.',
      'requirements/funding.yaml:12:5 There is no key "ask" here; did you mean "asks"?',
      'requirements/funding.yaml:15:24 There is no concept "pay"; did you mean "pays"?',
      'requirements/funding.yaml:18:22 "model" is "ful" and must be full, partial or absent; did you mean "full"?',
      'signals/duty.yaml:4:9 "effect" is "cancels" and must be cancel or cap; did you mean "cancel"?',
    ]);
  });

  it('do not hide the mistakes of another file', () => {
    expect(
      mistakesIn({ ...element(['theme: funding', 'theme: [funding']), ...edited(LEXICON, ['- money', '- (a)']) }),
    ).toEqual([
      'lexicon/funding.yaml:2:5 The phrase "(a)" cannot be used: it has brackets round a single wording; write a choice as (one|other), or (one|) for a word that may be left out.',
      expect.stringMatching(/^requirements\/funding\.yaml:4:\d+ /),
    ]);
  });
});

it('says which folder is not there', () => {
  const { rules, mistakes } = loadRules('no/such/folder');
  expect(rules.requirements).toEqual([]);
  expect(mistakes.map(formatMistake)).toContain(
    'no/such/folder/requirements:1:1 There is no rule file in "requirements"; add one.',
  );
});
