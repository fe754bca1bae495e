/** The kernel's memory, and numbers and sets of bits in it. */

/** Memory is taken from the bottom up and never given back. */
let top: usize = __heap_base;

export function take(bytes: usize): usize {
  const at = (top + 15) & ~15;
  top = at + bytes;
  const pages = i32((top + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(max(pages, 16)) < 0) unreachable();
  return at;
}

export function at16(list: usize, i: i32): i32 {
  return i32(load<u16>(list + ((i as usize) << 1)));
}

export function at32(list: usize, i: i32): i32 {
  return load<i32>(list + ((i as usize) << 2));
}

export function put16(list: usize, i: i32, value: i32): void {
  store<u16>(list + ((i as usize) << 1), value as u16);
}

export function put32(list: usize, i: i32, value: i32): void {
  store<i32>(list + ((i as usize) << 2), value);
}

export function hasBit(set: usize, bit: i32): bool {
  return (at32(set, bit >>> 5) & (1 << (bit & 31))) !== 0;
}

export function setBit(set: usize, bit: i32): void {
  put32(set, bit >>> 5, at32(set, bit >>> 5) | (1 << (bit & 31)));
}
