/** Small sets of concept numbers as bits: many are made and tested for every document. */
export type Bits = Uint32Array;

export const emptyBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);
export const setBit = (bits: Bits, n: number): void => {
  bits[n >>> 5]! |= 1 << (n & 31);
};
export const hasBit = (bits: Bits, n: number): boolean => (bits[n >>> 5]! & (1 << (n & 31))) !== 0;
export const addBits = (into: Bits, from: Bits): void => {
  for (let i = 0; i < into.length; i++) into[i]! |= from[i]!;
};
export const hasAnyBit = (bits: Bits, numbers: readonly number[]): boolean => {
  for (const n of numbers) if (hasBit(bits, n)) return true;
  return false;
};

/** The numbers in a set, ascending. */
export function numbersOf(bits: Bits): number[] {
  const numbers: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word]!;
    while (rest !== 0) {
      const low = rest & -rest;
      numbers.push(word * 32 + (31 - Math.clz32(low)));
      rest ^= low;
    }
  }
  return numbers;
}
