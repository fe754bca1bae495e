/**
 * Prints what the reader makes of a file: sections, blocks, sentences and their places.
 *
 *   node scripts/run.mjs scripts/show-document.ts FILE...
 */

import { readFile } from 'node:fs/promises';
import { readDocument } from '../src/read/index.ts';

for (const path of process.argv.slice(2)) {
  const document = await readDocument(path, await readFile(path));
  console.log(`# ${document.path} (${document.format}) "${document.title}", ${document.words} words`);
  for (const note of document.notes) console.log(`! ${note.code}: ${note.message}`);
  let section = -1;
  for (const block of document.blocks) {
    if (block.section !== section) {
      section = block.section;
      const { depth, heading, parent } = document.sections[section]!;
      console.log(`\n${'='.repeat(depth + 1)} [${section} in ${parent}] ${heading}`);
    }
    const page = block.place.page === undefined ? '' : ` p.${block.place.page}`;
    const columns = block.columns === undefined ? '' : ` columns: ${JSON.stringify(block.columns)}`;
    const lead = block.leadIn < 0 ? '' : ` lead-in: ${block.leadIn}`;
    console.log(`-- ${block.kind} ${block.depth || ''}${page}${lead}${columns}`);
    for (const s of document.sentences.slice(block.from, block.to)) {
      const { start, end } = s.place;
      const flags = [
        s.kind,
        s.item < 0 ? '' : `item ${s.item}`,
        s.leads.length ? `<${s.leads}>` : '',
        s.quoted ? 'QUOTED' : '',
      ]
        .filter(Boolean)
        .join(' ');
      console.log(`   ${s.index} ${start.line}:${start.column}-${end.line}:${end.column} (${flags}) ${s.text}`);
    }
  }
}
