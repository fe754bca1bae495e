/**
 * Changes to a labelled text that need no new labels: after each it is known what must happen to the verdicts. Every
 * operator is a small edit that a real author or a real PDF could make.
 */
import type { Status } from '../../src/rules/types.ts';
import type { DocumentReport } from '../../src/verdict/types.ts';

export interface LabelledSource {
  name: string;
  text: string;
  kind: 'document' | 'passage';
  edition: string;
}

/** What a changed text is checked for. */
export type Expectation =
  /** No element's status changes. */
  | { kind: 'same' }
  /** No element is full that was not full before. */
  | { kind: 'no-gap-closes' }
  /** These elements (`requirement.element`), full before, are full no more. */
  | { kind: 'falls'; elements: string[] }
  /** Nothing is full at all. */
  | { kind: 'nothing-full' };

export interface Variant {
  text: string;
  format: 'markdown' | 'text';
  expect: Expectation;
}

export interface Operator {
  name: string;
  says: string;
  /** Variants of a text; none where the operator does not fit it. */
  apply(source: LabelledSource, before: DocumentReport): Variant[];
}

/** `requirement.element` -> status. */
export function statuses(report: DocumentReport): Map<string, Status> {
  const all = new Map<string, Status>();
  for (const requirement of report.requirements) {
    for (const element of requirement.elements) all.set(`${requirement.id}.${element.id}`, element.status);
  }
  return all;
}

const fullOf = (report: DocumentReport): string[] =>
  [...statuses(report)].filter(([, status]) => status === 'full').map(([id]) => id);

const isMarkdown = (source: LabelledSource): boolean => source.kind === 'passage' || !source.name.endsWith('.txt');
const formatOf = (source: LabelledSource): Variant['format'] => (isMarkdown(source) ? 'markdown' : 'text');

/** Plain paragraphs only: a list, table, quotation or heading is another structure when its lines are changed. */
const isProse = (block: string): boolean =>
  block.trim() !== '' &&
  !/^\s*(?:[#>|*+•·–-]|\d+[.)]|\[|---|```|<)/m.test(block) &&
  !/\|/.test(block) &&
  !/ {2}$/m.test(block);

/** Blocks parted by empty lines, front matter kept whole as the first. */
function blocksOf(text: string): string[] {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const rest = text.slice(front.length).split(/\n{2,}/);
  return front === '' ? rest : [front.trimEnd(), ...rest];
}

const sentencesOf = (block: string): string[] =>
  block.replace(/\s*\n\s*/g, ' ').split(/(?<=[.!?][”"’)]?) (?=[A-Z“"‘[])/);

/** Only where the text is one passage of plain sentences can each of them be turned into something else. */
function eachSentence(source: LabelledSource, before: DocumentReport, change: (sentence: string) => string): Variant[] {
  if (source.kind !== 'passage') return [];
  const blocks = blocksOf(source.text);
  const [heading, ...body] = blocks[0]?.startsWith('#') ? blocks : ['', ...blocks];
  if (!body.every(isProse)) return [];
  const elements = fullOf(before);
  if (elements.length === 0) return [];
  const changed = body.map((block) => sentencesOf(block).map(change).join(' '));
  return [
    {
      text: [heading, ...changed].filter(Boolean).join('\n\n'),
      format: 'markdown',
      expect: { kind: 'falls', elements },
    },
  ];
}

const lowerFirst = (text: string): string =>
  /^(?:[A-Z]{2,}|I\b)/.test(text) || /^[A-Z][a-z'’-]+ [A-Z]/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
const withoutStop = (text: string): string => text.replace(/[.!?]+["”’)]*$/, '');

function wrap(block: string, width: number): string {
  const lines: string[] = [''];
  for (const word of block.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

/** A pseudo-random order that is the same in every run. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** The front matter is YAML, in which quotation marks and dashes mean something: only the text after it is changed. */
function inBody(text: string, change: (body: string) => string): string {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  return front + change(text.slice(front.length));
}

const same = (source: LabelledSource, text: string, format = formatOf(source)): Variant[] =>
  text === source.text ? [] : [{ text, format, expect: { kind: 'same' } }];

/** An adults' board's own arrangements: everything is there, for adults. */
export const ADULTS_BOARD = `
## The Safeguarding Adults Board

The Safeguarding Adults Board for adults with care and support needs is chaired by an independent chair, Dame Hilary Oxtoby,
who was appointed by the Adults Board for three years. The Safeguarding Adults Board meets every quarter. The Adults Board
commissions safeguarding adults reviews through its case panel and publishes each safeguarding adults review on the Adults
Board's website. Adult social care, the acute trust and adult mental health services pay for the Safeguarding Adults Board:
the council pays half, the NHS a third. The Adults Board's training for adult social care staff is commissioned each spring
from a needs analysis, and adult social care managers judge its effect on practice after three months. The Safeguarding
Adults Board's annual report, on its work for adults, is sent to Healthwatch every September. Disputes about adult
safeguarding go to the Adults Board's chair within ten days and then to the chief executives. Older people and adults with
learning disabilities meet as the Adults Board's reference group every two months and choose one of its priorities. Care
homes for older people are visited each year by the Adults Board's quality team, which keeps every action on a tracker until
it is closed.
`;

/** A document has many paragraphs that nothing rests on; so many of them are enough. */
const MOST_VARIANTS = 15;

/** What the guidance asks published arrangements to contain, in this project's own words. */
export const PUBLICATION_LIST = [
  'Arrangements for the safeguarding partners to join in identifying the needs of children in the area and in responding to them',
  'Arrangements for commissioning and publishing local child safeguarding practice reviews',
  'Arrangements for independent scrutiny of the effectiveness of the arrangements',
  'Who the three local safeguarding partners are, and who leads for each of them',
  'The geographical boundaries, where the arrangements cover more than one local authority area',
  'The relevant agencies with which the safeguarding partners will work, why they were selected, and how they will collaborate',
  'How all early years settings, schools, colleges and other educational settings will be included in the arrangements',
  'How any youth custody, and any residential homes for children, will be included in the arrangements',
  'How data and intelligence will be used by the safeguarding partners to assess the effectiveness of help, including early help',
  'How inter-agency training will be commissioned and delivered and its impact monitored, and how multi-agency audits will be undertaken',
  'How the arrangements will be funded, and what each partner and relevant agency contributes',
  'The process for undertaking local child safeguarding practice reviews, and for embedding learning across agencies',
  'How the arrangements will include the voice of children and families',
  'How the threshold document, with its local criteria for action, aligns with the arrangements',
];

export const operators: Operator[] = [
  {
    name: 'delete-evidence',
    says: 'deleting what an element rests on makes it fall',
    apply(source, before) {
      if (source.kind !== 'passage') return [];
      const elements = fullOf(before);
      const blocks = blocksOf(source.text);
      if (elements.length === 0 || !blocks[0]?.startsWith('#')) return [];
      return [
        { text: `${blocks[0]}\n\nNothing more stands here.`, format: 'markdown', expect: { kind: 'falls', elements } },
      ];
    },
  },
  {
    name: 'delete-unrelated',
    says: 'deleting a paragraph that nothing rests on changes nothing',
    apply(source, before) {
      if (source.kind !== 'document' || !isMarkdown(source)) return [];
      const cited = new Set<number>();
      for (const requirement of before.requirements) {
        for (const element of requirement.elements) {
          for (const { line, endLine } of element.evidence) for (let n = line; n <= endLine; n++) cited.add(n);
        }
      }
      const variants: Variant[] = [];
      const blocks = blocksOf(source.text);
      let at = 0;
      for (const [index, block] of blocks.entries()) {
        at = source.text.indexOf(block, at);
        const first = source.text.slice(0, at).split('\n').length;
        const last = first + block.split('\n').length - 1;
        at += block.length;
        const rests = Array.from({ length: last - first + 1 }, (_, n) => first + n).some((line) => cited.has(line));
        // A sentence that announces what comes next, or names something used later, is not unrelated.
        if (
          index === 0 ||
          rests ||
          !isProse(block) ||
          /:\s*$/.test(block) ||
          /\b(?:called|known as|we call)\b|\(the /.test(block)
        )
          continue;
        if (variants.length === MOST_VARIANTS) break;
        variants.push({
          text: blocks.filter((_, n) => n !== index).join('\n\n'),
          format: 'markdown',
          expect: { kind: 'same' },
        });
      }
      return variants;
    },
  },
  {
    name: 'bare-promise',
    says: 'evidence turned into a bare promise is evidence no more',
    apply: (source, before) =>
      eachSentence(
        source,
        before,
        (sentence) => `We intend to consider in due course whether ${lowerFirst(withoutStop(sentence))}.`,
      ),
  },
  {
    name: 'negation',
    says: 'evidence that the document says it leaves out is evidence no more',
    apply: (source, before) =>
      eachSentence(
        source,
        before,
        (sentence) => `This document does not say that ${lowerFirst(withoutStop(sentence))}.`,
      ),
  },
  {
    name: 'guidance-quoted',
    says: 'the same words quoted from the guidance are evidence no more',
    apply: (source, before) =>
      eachSentence(source, before, (sentence) => `The guidance says: “${sentence.replace(/[“”"]/g, '')}”`),
  },
  {
    name: 'former-board',
    says: 'the same things said of the former board are evidence no more',
    apply: (source, before) =>
      eachSentence(
        source,
        before,
        (sentence) =>
          `Under the former Safeguarding Children Board, which was wound up in 2019, it used to be that ${lowerFirst(withoutStop(sentence))}.`,
      ),
  },
  {
    name: 'guidance-list',
    says: "the guidance's own list satisfies nothing, in any disguise",
    apply(source) {
      if (source.kind !== 'document') return [];
      const list = (format: Variant['format'], text: string): Variant => ({
        text,
        format,
        expect: { kind: 'nothing-full' },
      });
      const intro = 'The published arrangements must set out the following:';
      return [
        list('markdown', `# Arrangements\n\n${intro}\n\n${PUBLICATION_LIST.map((entry) => `- ${entry}`).join('\n')}\n`),
        list('markdown', `# Arrangements\n\n${PUBLICATION_LIST.map((entry) => `## ${entry}`).join('\n\n')}\n`),
        list(
          'markdown',
          `# Arrangements\n\n${PUBLICATION_LIST.map((entry) => `## ${entry}\n\nTo be confirmed.`).join('\n\n')}\n`,
        ),
        list(
          'text',
          `Arrangements\n\nContents\n\n${PUBLICATION_LIST.map((entry, n) => `${n + 1} ${entry} ........ ${n + 3}`).join('\n')}\n`,
        ),
        list('text', `Arrangements\n\n${PUBLICATION_LIST.map((entry, n) => `${n + 1}. ${entry}`).join('\n\n')}\n`),
        list(
          'markdown',
          `# Arrangements\n\n| Requirement | Page |\n|---|---|\n${PUBLICATION_LIST.map((entry, n) => `| ${entry} | ${n + 3} |`).join('\n')}\n`,
        ),
      ];
    },
  },
  {
    name: 'rewrap',
    says: 'breaking lines elsewhere changes nothing',
    apply(source) {
      if (!isMarkdown(source)) return [];
      const text = blocksOf(source.text)
        .map((block) => (isProse(block) ? wrap(block, 63) : block))
        .join('\n\n');
      return same(source, text);
    },
  },
  {
    name: 'crlf',
    says: 'Windows line ends and a byte order mark change nothing',
    apply: (source) => same(source, `\ufeff${source.text.replace(/\n/g, '\r\n')}`),
  },
  {
    name: 'quotation-marks',
    says: 'straight or curly quotation marks change nothing',
    apply: (source) => [
      ...same(
        source,
        inBody(source.text, (body) => body.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
      ),
      ...same(
        source,
        inBody(source.text, (body) =>
          body
            .replace(/(?<=[a-z])'(?=[a-z])/g, '’')
            .replace(/(?<=[(\s])"(?=\S)/g, '“')
            .replace(/(?<=\S)"(?=[\s.,;:)])/g, '”'),
        ),
      ),
    ],
  },
  {
    name: 'dashes',
    says: 'a spaced dash of another length changes nothing',
    apply: (source) =>
      same(source, source.text.replace(/ – /g, ' — ')).concat(same(source, source.text.replace(/ — /g, ' – '))),
  },
  {
    name: 'page-furniture',
    says: 'running headers and page numbers in mid-sentence change nothing',
    apply(source) {
      if (isMarkdown(source) || source.kind !== 'document') return [];
      const lines = source.text.split('\n');
      const out: string[] = [];
      let page = 200;
      lines.forEach((line, index) => {
        out.push(line);
        const next = lines[index + 1] ?? '';
        // Between two lines of one sentence, every forty lines or so.
        if (index % 40 === 39 && /[a-z,]$/.test(line) && /^[a-z]/.test(next)) {
          out.push(
            '',
            'Safeguarding together | Arrangements in full',
            String(page++),
            '\fSafeguarding together | Arrangements in full',
            '',
          );
        }
      });
      return out.length === lines.length ? [] : same(source, out.join('\n'));
    },
  },
  {
    name: 'rename',
    says: 'another name for the area changes nothing but the quotations',
    apply(source) {
      const area = /\b([A-Z][a-z]{4,}) (?:(?:County|City|Borough|District|Metropolitan) )*Council\b/.exec(
        source.text,
      )?.[1];
      if (area === undefined) return [];
      return same(
        source,
        source.text
          .replaceAll(area, 'Quellingham')
          .replaceAll(area.toUpperCase(), 'QUELLINGHAM')
          .replaceAll(area.toLowerCase(), 'quellingham'),
      );
    },
  },
  {
    name: 'shuffle',
    says: 'another order of the sections changes nothing',
    apply(source) {
      if (source.kind !== 'document' || !isMarkdown(source)) return [];
      const parts = source.text.split(/^(?=## )/m);
      if (parts.length < 5) return [];
      return [1, 2, 3].map((seed) => ({
        text: [
          parts[0]!,
          ...shuffled(
            parts.slice(1).map((part) => `${part.trimEnd()}\n\n`),
            seed,
          ),
        ].join(''),
        format: 'markdown' as const,
        expect: { kind: 'same' as const },
      }));
    },
  },
  {
    name: 'adults-board',
    says: "an adults' board's arrangements behind it close no gap",
    apply(source) {
      if (source.kind !== 'document') return [];
      return [
        {
          text: `${source.text.trimEnd()}\n\n${ADULTS_BOARD}`,
          format: formatOf(source),
          expect: { kind: 'no-gap-closes' },
        },
      ];
    },
  },
];
