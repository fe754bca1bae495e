/**
 * Looking into data that may have any shape. The checks between files run even where a file has mistakes of its own, so
 * that one report holds them all; they take what is there and leave the rest to the schema.
 */
import type { Path } from './source.ts';

export type Raw = Record<string, unknown>;

export const asMap = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The texts of a list, each with its path. */
export const textsAt = (value: unknown, path: Path): { text: string; path: Path }[] =>
  asList(value).flatMap((entry, n) => (typeof entry === 'string' ? [{ text: entry, path: [...path, n] }] : []));

/** The maps of a list, each with its path. */
export const mapsAt = (value: unknown, path: Path): { map: Raw; path: Path }[] =>
  asList(value).map((entry, n) => ({ map: asMap(entry), path: [...path, n] }));

/** The names of an entry such as `council | police`. */
export const choices = (entry: string): string[] => entry.split('|').map((name) => name.trim());
