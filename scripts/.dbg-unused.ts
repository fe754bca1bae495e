import { formatMistake, loadRules } from '../src/rules/load.ts';
const { mistakes } = loadRules('rules', { allowUnfinished: true });
for (const m of mistakes) if (/scrutiny|disputes|document-control|dispute-|escal|sign-off|arrangements-review|publication-d/.test(m.file)) console.log(formatMistake(m));
