/** The compiled kernel (`kernel/`): a memory of its own and what works on it. Places are offsets into that memory. */
import { kernel } from './built-kernel.ts';

export interface Kernel {
  memory: { buffer: ArrayBuffer };
  takeList(list: number, length: number): number;
  ready(): number;
  addKnown(place: number): number;
  addBegun(count: number): number;
  room(words: number): number;
  match(words: number): number;
  takeProgram(length: number): number;
  readProgram(concepts: number): void;
  takeText(sentences: number): number;
  sieve(fromPattern: number, toPattern: number): void;
  setsAt(): number;
  countsAt(): number;
  conceptsAt(): number;
  takeTable(features: number, width: number, concepts: number): number;
  takeSentences(count: number, wordsInSet: number, features: number): number;
  takePassages(count: number, sentences: number): number;
  compareAll(): void;
  compareOne(passage: number, column: number): number;
  bestAt(): number;
  whereAt(): number;
}

// Every engine has it; the types for Node.js do not.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

let compiled: object | undefined;

/** A kernel of its own for each rule set; it goes when the rule set goes. */
export function startKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(kernel, 'base64'));
  return new WebAssembly.Instance(compiled).exports as Kernel;
}
