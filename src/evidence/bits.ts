/** Small sets of concept numbers as bits: many are made and tested for every document. */
export type Bits = Uint32Array;

/** Sets lie side by side in memory of this many words: memory of its own would cost each more than its use. */
const SLAB_WORDS = 16_384;
let slab = new Uint32Array(0);
let used = 0;

export function emptyBits(size: number): Bits {
  const words = (size + 31) >>> 5;
  if (used + words > slab.length) {
    slab = new Uint32Array(Math.max(SLAB_WORDS, words));
    used = 0;
  }
  used += words;
  return slab.subarray(used - words, used);
}

export function copyOf(bits: Bits): Bits {
  const copy = emptyBits(bits.length << 5);
  copy.set(bits);
  return copy;
}

export const setBit = (bits: Bits, n: number): void => {
  bits[n >>> 5]! |= 1 << (n & 31);
};
export const hasBit = (bits: Bits, n: number): boolean => (bits[n >>> 5]! & (1 << (n & 31))) !== 0;
export const addBits = (into: Bits, from: Bits): void => {
  for (let i = 0; i < into.length; i++) into[i]! |= from[i]!;
};
export const hasAnyBit = (bits: Bits, numbers: readonly number[]): boolean => {
  // By index: the most frequent test of all, and an iterator costs more than the test.
  for (let i = 0; i < numbers.length; i++) if (hasBit(bits, numbers[i]!)) return true;
  return false;
};

/** True where two sets of one size have a number in common. */
export const meet = (one: Bits, other: Bits): boolean => {
  for (let i = 0; i < one.length; i++) if ((one[i]! & other[i]!) !== 0) return true;
  return false;
};

export function bitsOf(size: number, numbers: readonly number[]): Bits {
  const bits = emptyBits(size);
  for (const number of numbers) setBit(bits, number);
  return bits;
}

/** The numbers in a set from `from` on and below `to`, counted from `from`, ascending. */
export function numbersBetween(bits: Bits, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let word = from >>> 5; word << 5 < to; word++) {
    if (bits[word] === 0) continue;
    for (let n = Math.max(from, word << 5); n < Math.min(to, (word + 1) << 5); n++)
      if (hasBit(bits, n)) numbers.push(n - from);
  }
  return numbers;
}
