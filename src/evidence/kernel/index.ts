/**
 * What runs for every word of every document, and for every pattern of the rules. This is AssemblyScript, compiled to
 * WebAssembly by `npm run build:kernel`: a short run never gets warm enough for an engine to compile it, and compiled
 * beforehand it takes a tenth of the time.
 */
export { bestAt, compareAll, compareOne, takePassages, takeSentences, takeTable, whereAt } from './likeness';
export { addBegun, addKnown, match, ready, room, takeList } from './phrases';
export { conceptsAt, countsAt, readProgram, setsAt, sieve, takeProgram, takeText } from './sieve';
