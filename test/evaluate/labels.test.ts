import { describe, expect, test } from 'vitest';
import { LabelError, parseLabels } from '../../src/evaluate/labels.ts';
import { evaluate } from '../../src/evaluate/run.ts';
import { linesOf } from '../../src/evaluate/score.ts';
import { compiled } from '../corpus.ts';

describe('label files', () => {
  test('a document, its accepted statuses always holding its own', () => {
    const [text] = parseLabels(
      'a/x.labels.yaml',
      'document: x.md\nedition: wt2023\nrequirements:\n  funding:\n    model: { status: partial, quote: "we pay", accept: [absent] }\n',
    );
    expect(text).toMatchObject({ name: 'x.md', kind: 'document', file: 'x.md', edition: 'wt2023' });
    expect(text!.labels.get('funding')!.get('model')).toMatchObject({
      status: 'partial',
      accept: ['partial', 'absent'],
    });
  });

  test('passages become one-section documents under their heading', () => {
    const texts = parseLabels(
      'passages/funding.yaml',
      'requirement: funding\npassages:\n  - heading: Money\n    edition: wt2018\n    text: We pay.\n    expect: { model: absent }\n',
    );
    expect(texts[0]).toMatchObject({
      name: 'funding.yaml#1',
      kind: 'passage',
      text: '## Money\n\nWe pay.',
      edition: 'wt2018',
    });
  });

  test('every mistake is told with its place', () => {
    const parse = () =>
      parseLabels(
        'x.labels.yaml',
        'document: x.md\nedition: wt2023\nrequirements:\n  funding:\n    model: { status: fulll, qoute: a }\n',
      );
    expect(parse).toThrow(LabelError);
    expect(parse).toThrow(/x\.labels\.yaml:5:\d+ .*qoute[\s\S]*x\.labels\.yaml:5:\d+|x\.labels\.yaml:5:\d+ .*fulll/);
  });
});

describe('a folder of labels', () => {
  const passages =
    'requirement: funding\npassages:\n  - heading: Money\n    edition: wt2018\n    text: We pay.\n    expect: { model: absent }\n';
  const folder = (...paths: string[]) => ({
    list: () => paths,
    read: () => new TextEncoder().encode(passages),
    exists: () => true,
  });

  test('may lie in a hidden one; what is hidden in it is left out', async () => {
    const { texts } = await evaluate('/home/a/.work', folder('/home/a/.work/passages/funding.yaml'), compiled);
    expect(texts).toBe(1);
    const hidden = await evaluate('/home/a', folder('/home/a/.work/passages/funding.yaml'), compiled);
    expect(hidden.texts).toBe(0);
  });
});

describe('lines of a quotation', () => {
  test('over a line end that the label folds', () => {
    expect(linesOf('one\ntwo three\nfour five', 'three four')).toEqual([2, 3]);
  });
  test('a quotation that is not there', () => {
    expect(linesOf('one', 'two')).toBeUndefined();
  });
});
