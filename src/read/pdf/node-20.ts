/**
 * What pdf.js uses and Node 20 does not have yet. pdf.js has a build for such, which replaces far more than that and takes
 * four times as long to load. Only ever loaded in the worker.
 */

type Holder = Record<string, unknown>;

function add(to: object, name: string, value: unknown): void {
  if (name in to) return;
  Object.defineProperty(to, name, { value, writable: true, configurable: true });
}

function getOrInsertComputed<K, V>(this: Pick<Map<K, V>, 'has' | 'get' | 'set'>, key: K, make: (key: K) => V): V {
  if (!this.has(key)) this.set(key, make(key));
  return this.get(key)!;
}

export function prepareNode(): void {
  // For drawing, which nothing here does.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) add(globalThis, name, class {});
  add(Promise, 'withResolvers', () => {
    const made: Holder = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  });
  add(
    Promise,
    'try',
    (work: (...values: unknown[]) => unknown, ...values: unknown[]) =>
      new Promise((resolve) => resolve(work(...values))),
  );
  add(Map.prototype, 'getOrInsertComputed', getOrInsertComputed);
  add(WeakMap.prototype, 'getOrInsertComputed', getOrInsertComputed);
  add(Math, 'sumPrecise', (values: Iterable<number>) => {
    let sum = 0;
    for (const value of values) sum += value;
    return sum;
  });
  add(Uint8Array.prototype, 'toHex', function (this: Uint8Array) {
    return Buffer.from(this).toString('hex');
  });
  add(Uint8Array.prototype, 'toBase64', function (this: Uint8Array) {
    return Buffer.from(this).toString('base64');
  });
  add(Uint8Array, 'fromBase64', (text: string) => new Uint8Array(Buffer.from(text, 'base64')));
  add(URL, 'parse', (address: string, base?: string) => (URL.canParse(address, base) ? new URL(address, base) : null));
  add(ArrayBuffer.prototype, 'transferToFixedLength', function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return copy;
  });
}
