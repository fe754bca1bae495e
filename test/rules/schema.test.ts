/** The published schemas: whole, documented, and in step with the types. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemas } from '../../src/rules/schemas.ts';
import { CARRIES, EFFECTS, FORCES, LEVELS, MARKS, NEEDS, STATUSES, WITHIN } from '../../src/rules/vocabulary.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema of properties inside a schema, with its path. */
function properties(node: unknown, path: string): [string, Node][] {
  if (Array.isArray(node)) return node.flatMap((inner, n) => properties(inner, `${path}/${n}`));
  if (!isNode(node)) return [];
  return Object.entries(node).flatMap(([key, inner]) => [
    ...(key === 'properties' && isNode(inner)
      ? Object.entries(inner).map(([name, schema]): [string, Node] => [`${path}/${name}`, schema as Node])
      : []),
    ...properties(inner, `${path}/${key}`),
  ]);
}

describe.each(Object.entries(schemas))('%s.schema.json', (name, schema) => {
  it('is a schema that its own draft accepts', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false });
    ajv.addKeyword('patternErrorMessage');
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  it('describes every property', () => {
    const bare = properties(schema, name).filter(([, property]) => !String(property.description ?? '').endsWith('.'));
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});

describe('choices', () => {
  const choice = (schema: Node, ...path: (string | number)[]): unknown =>
    path.reduce<unknown>((node, step) => (node as Node)[step], schema);
  const sorted = (words: unknown): unknown[] => [...(words as string[])].sort();

  it.each([
    ['force', choice(schemas.requirement, '$defs', 'edition', 'properties', 'force', 'enum'), FORCES],
    ['need', choice(schemas.requirement, '$defs', 'element', 'properties', 'need', 'enum'), NEEDS],
    ['within', choice(schemas.requirement, '$defs', 'pattern', 'properties', 'within', 'enum'), WITHIN],
    [
      'status',
      choice(schemas.requirement, '$defs', 'example', 'properties', 'expect', 'additionalProperties', 'enum'),
      STATUSES,
    ],
    ['effect', choice(schemas.signal, 'properties', 'effect', 'enum'), EFFECTS],
    ['carries', choice(schemas.signal, 'properties', 'carries', 'items', 'enum'), CARRIES],
    ['mark', choice(schemas.signal, '$defs', 'form', 'properties', 'mark', 'items', 'enum'), MARKS],
    ['level', choice(schemas.terminology, 'items', 'properties', 'level', 'enum'), LEVELS],
  ])('%s has the words of the types', (_, words, members) => {
    expect(sorted(words)).toEqual(sorted(members));
  });
});
