/**
 * The page's style. Colours are only ever a second sign beside words; every pair of text and ground has a contrast of
 * at least 4.5 to 1 in light and dark.
 */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f3f4f1; --paper: #ffffff; --soft: #eceee9; --line: #c9cdc6; --edge: #767d75;
  --ink: #191c1a; --quiet: #535a54; --link: #14508f; --focus: #14508f;
  --bad: #9c1c1c; --bad-soft: #fbe6e3; --warn: #7a4a00; --warn-soft: #fdeecb;
  --good: #185c36; --good-soft: #dcf1e3; --none-soft: #e8eaee; --note: #5a2d82; --note-soft: #efe4f8;
  --bar-bad: #b3261e; --bar-warn: #c27a0e; --bar-good: #2a7d4b; --bar-none: #858c95;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121513; --paper: #1b1f1d; --soft: #262b28; --line: #3d4540; --edge: #8d968f;
    --ink: #e9ece9; --quiet: #b0b8b1; --link: #92c1ff; --focus: #ffd166;
    --bad: #ffa69e; --bad-soft: #4a1d1a; --warn: #f5c76a; --warn-soft: #453109;
    --good: #8edbaa; --good-soft: #173b26; --none-soft: #2c3138; --note: #d6b8f2; --note-soft: #3a2450;
    --bar-bad: #ee6a5f; --bar-warn: #e0a33c; --bar-good: #4fae76; --bar-none: #8b929b;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.125rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, dl, blockquote, figure { margin: 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -6rem; z-index: 2; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { top: .5rem; }
.top { background: var(--paper); border-bottom: 1px solid var(--line); padding: 1.25rem 1rem 1rem; }
.top > div, main, footer { max-width: 100rem; margin-inline: auto; }
.kicker, .under, .path, .source, .of, .numbers, .at, figcaption { color: var(--quiet); }
.kicker { font-weight: 600; }
main { padding: 1rem; }
footer { padding: 1rem; color: var(--quiet); font-size: .875rem; }
button, input, select { font: inherit; color: inherit; }
button, select, input[type=search] {
  min-height: 2.5rem; padding: .25rem .75rem; background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
  max-width: 100%;
}
button { cursor: pointer; }
button:hover { background: var(--soft); }

.parts-of ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin-bottom: 1rem; }
.parts-of a { display: inline-block; padding: .25rem 0; }

.summary, .filter, .card, .read, .text, .findings, .index, .document > .under { background: var(--paper); }
.summary, .filter, .read, .text, .index { border: 1px solid var(--line); border-radius: 6px; padding: 1.25rem; }
.summary { display: grid; gap: 1rem 2.5rem; }
.summary h3, .summary h4 { margin: 1.25rem 0 .5rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin-bottom: 1rem; }
.tile { border: 1px solid var(--line); border-left: 6px solid var(--edge); border-radius: 4px; padding: .375rem .875rem; }
.tile strong { font-size: 1.625rem; line-height: 1.2; display: block; font-variant-numeric: tabular-nums; }
.tile.bad, .tile.force-must { border-left-color: var(--bar-bad); }
.tile.force-should { border-left-color: var(--bar-warn); }
.tile.good { border-left-color: var(--bar-good); }
.tile.eye { border-left-color: var(--note); }
.verdict { font-size: 1.125rem; font-weight: 600; }
.next { padding-left: 1.5rem; }
.first { list-style: none; padding: 0; }
.first > li { margin-bottom: .5rem; padding-left: .75rem; border-left: 3px solid var(--line); }
.first a { font-weight: 600; }
.next > li { margin-bottom: .25rem; }
.notice { border-left: 6px solid var(--bar-warn); background: var(--warn-soft); padding: .5rem .875rem; margin-bottom: 1rem; }

table { border-collapse: collapse; }
.chart { width: 100%; margin-bottom: 1.5rem; }
.chart caption { text-align: left; font-weight: 700; font-size: 1.125rem; margin-bottom: .25rem; }
.chart thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.chart th { text-align: left; font-weight: 600; vertical-align: top; width: 40%; padding: .25rem .75rem .25rem 0; line-height: 1.3; }
.of { display: block; font-weight: 400; font-size: .875rem; }
.chart td { padding: .375rem 0; vertical-align: top; }
.chart svg { display: block; width: 100%; height: .875rem; }
.chart .numbers { font-size: .875rem; }
.bar-not-met { fill: var(--bar-bad); }
.bar-partially-met { fill: var(--bar-warn); }
.bar-met { fill: var(--bar-good); }
.bar-not-applicable { fill: var(--bar-none); }

.filter { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; margin-top: 1rem; }
.field { display: grid; gap: .125rem; flex: 1 1 11rem; min-width: 0; }
.field label, legend { font-weight: 600; padding: 0; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; flex: 1 1 24rem; }
fieldset label { display: inline-flex; align-items: center; gap: .375rem; min-height: 2rem; margin-right: 1rem; }
input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--link); }
.result { flex: 1 1 100%; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }

.beside { display: grid; gap: 1rem; margin-top: 1.5rem; grid-template-columns: minmax(0, 1fr); }
.answers { min-width: 0; }
.group, .answers > section { margin-bottom: 2rem; }
.group-head { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; margin-bottom: .75rem; }
.card { border: 1px solid var(--line); border-left: 6px solid var(--edge); border-radius: 6px; padding: 1rem 1.125rem; margin-bottom: .875rem; }
.card-not-met { border-left-color: var(--bar-bad); }
.card-partially-met { border-left-color: var(--bar-warn); }
.card-met { border-left-color: var(--bar-good); }
.number { color: var(--quiet); font-variant-numeric: tabular-nums; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 999px; padding: 0 .625rem; font-size: .875rem; font-weight: 600; white-space: nowrap; }
p.badges { margin: .375rem 0 .5rem; display: flex; flex-wrap: wrap; gap: .375rem; }
.badge.is-not-met { color: var(--bad); background: var(--bad-soft); }
.badge.is-partially-met { color: var(--warn); background: var(--warn-soft); }
.badge.is-met { color: var(--good); background: var(--good-soft); }
.badge.is-not-applicable { color: var(--quiet); background: var(--none-soft); }
.badge.force-must { color: var(--paper); background: var(--ink); border-color: var(--ink); }
.badge.eye { color: var(--note); background: var(--note-soft); }
.source { font-size: .875rem; margin-bottom: .625rem; }
.source code { font-size: .8125rem; }
.why, .doubt { margin-bottom: .625rem; }
.doubt { border-left: 4px solid var(--note); background: var(--note-soft); padding: .375rem .75rem; }
.label { font-weight: 600; }
.parts { list-style: none; padding: 0; }
.part { border-top: 1px solid var(--line); padding: .625rem 0; }
.status { font-weight: 700; }
.part-absent .status, .level-error .status { color: var(--bad); }
.part-partial .status, .level-warning .status { color: var(--warn); }
.part-full .status { color: var(--good); }
.minor { font-size: .9375rem; }
.minor .part-absent .status, .level-note .status { color: var(--quiet); }
.quote { margin: .5rem 0 .25rem; padding: .375rem .875rem; border-left: 4px solid var(--edge); background: var(--soft); }
.quote.use-full { border-left-color: var(--bar-good); }
.quote.use-partial { border-left: 4px dashed var(--bar-warn); }
.quote.use-none { border-left: 4px dotted var(--edge); }
.quote.use-finding { border-left: 4px double var(--note); }
.quote .label { font-size: .875rem; color: var(--quiet); }
.quote blockquote::before { content: "“"; }
.quote blockquote::after { content: "”"; }
figcaption { font-size: .875rem; }
figcaption a, .same a { display: inline-block; padding: .125rem 0; min-height: 24px; }
.same { font-size: .875rem; margin-top: .25rem; }
.because { margin-top: .25rem; }
.write { border: 2px solid var(--link); border-radius: 4px; padding: .625rem .875rem; margin: .25rem 0 .75rem; }
.write .label { color: var(--link); }
details > summary { cursor: pointer; padding: .25rem 0; font-weight: 600; color: var(--link); width: fit-content; }
details[open] > summary { margin-bottom: .5rem; }
.findings { list-style: none; padding: 0 1.125rem; border: 1px solid var(--line); border-radius: 6px; margin-top: .75rem; }
.finding { padding: .75rem 0; }
.finding + .finding { border-top: 1px solid var(--line); }
.facts { margin: .75rem 0 1rem; }
.facts > div { display: grid; grid-template-columns: minmax(0, 11rem) minmax(0, 1fr); gap: 0 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
.read h3, .read h4 { margin: 1rem 0 .25rem; }
.sections { list-style: none; padding: 0; font-size: .9375rem; }
.deeper-1 { margin-left: 1rem; } .deeper-2 { margin-left: 2rem; } .deeper-3 { margin-left: 3rem; } .deeper-4 { margin-left: 4rem; }

.legend { display: flex; flex-wrap: wrap; gap: .25rem .75rem; list-style: none; padding: 0; margin: .5rem 0 .25rem; font-size: .875rem; }
.hint { color: var(--quiet); font-size: .875rem; margin-bottom: 1rem; }
.words { padding-left: 3.25rem; }
.block { position: relative; margin-bottom: .75rem; }
.block::before {
  content: attr(data-at); position: absolute; left: -3.5rem; width: 3rem; text-align: right; color: var(--quiet);
  font-size: .75rem; line-height: 2; font-variant-numeric: tabular-nums; overflow-wrap: normal;
}
.words h2, .words h3, .words h4, .words h5, .words h6 { margin-top: 1.25rem; }
.words h4, .words h5, .words h6 { font-size: 1rem; }
.words ul { padding-left: 1.25rem; }
.words .lines { list-style: none; padding: 0; }
.kind-front-matter, .kind-contents, .kind-code, .kind-footnote { font-size: .875rem; color: var(--quiet); }
.words blockquote { border-left: 4px solid var(--line); padding-left: .875rem; }
.scroll { overflow-x: auto; position: relative; }
.words table { width: 100%; font-size: .875rem; overflow-wrap: break-word; }
.words th, .words td { border: 1px solid var(--line); padding: .375rem .5rem; text-align: left; vertical-align: top; min-width: 6rem; }
.words th { background: var(--soft); }
mark { color: inherit; background: none; padding: 0 .125rem; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark.use-full, tr.use-full td { background: var(--good-soft); color: var(--ink); }
mark.use-full { border-bottom: 2px solid var(--bar-good); }
mark.use-partial, tr.use-partial td { background: var(--warn-soft); color: var(--ink); }
mark.use-partial { border-bottom: 2px dashed var(--bar-warn); }
mark.use-none, tr.use-none td { background: var(--none-soft); color: var(--ink); }
mark.use-none { border-bottom: 2px dotted var(--edge); }
mark.use-finding, tr.use-finding td { background: var(--note-soft); color: var(--ink); }
mark.use-finding { border-bottom: 3px double var(--note); }
.back {
  display: inline-block; min-width: 1.5rem; min-height: 1.5rem; padding: 0 .25rem; margin: 1px; text-align: center;
  font-size: .75rem; line-height: 1.4rem; font-weight: 700; text-decoration: none; white-space: nowrap;
  border: 1px solid currentColor; border-radius: 4px; background: var(--paper);
}
.back.use-full { color: var(--good); }
.back.use-partial { color: var(--warn); }
.back.use-none { color: var(--quiet); }
.back.use-finding { color: var(--note); }
.back:hover { background: var(--soft); }
:target { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
h1:target, h2:target, h3:target, main:target, section:target { outline: 0; }

.documents { padding-left: 1.5rem; margin: .75rem 0 1.25rem; }
.documents > li { margin-bottom: .5rem; }
.documents .path { display: block; font-size: .875rem; }
.document { margin-top: 3rem; border-top: 3px solid var(--edge); padding-top: 1rem; }
.document > .under { background: none; margin-bottom: .5rem; }
.matrix table { min-width: 100%; font-size: .9375rem; overflow-wrap: normal; }
.matrix caption { text-align: left; font-weight: 700; font-size: 1.125rem; padding-bottom: .375rem; }
.matrix th, .matrix td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
.matrix thead th { vertical-align: bottom; min-width: 7rem; max-width: 10rem; overflow-wrap: anywhere; font-weight: 600; font-size: .875rem; background: var(--soft); }
.matrix thead th bdi { overflow-wrap: break-word; }
.matrix tbody th { font-weight: 400; min-width: 8.5rem; background: var(--paper); }
.matrix td { white-space: nowrap; }
.matrix td a { display: block; min-height: 1.5rem; color: inherit; }
.matrix .is-not-met { background: var(--bad-soft); color: var(--bad); font-weight: 700; }
.matrix .is-partially-met { background: var(--warn-soft); color: var(--warn); font-weight: 600; }
.matrix .is-met { background: var(--good-soft); color: var(--good); }
.matrix .is-not-applicable, .matrix .none { color: var(--quiet); }

@media (min-width: 52rem) {
  main { padding: 1.5rem; }
  .top, footer { padding-inline: 1.5rem; }
  .summary { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); padding: 1.5rem; }
  .summary > :is(h2, h3) { grid-column: 1 / -1; margin: 0; }
  .matrix tbody th { position: sticky; left: 0; min-width: 15rem; }
}
@media screen and (min-width: 68rem) {
  .beside:not(.alone) { grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); gap: 1.5rem; align-items: start; }
  .text { position: sticky; top: .75rem; max-height: calc(100vh - 1.5rem); overflow-y: auto; scroll-padding-block: 4rem; }
}
@media (max-width: 30rem) {
  .summary, .filter, .read, .text, .index { padding: .875rem; }
  .card { padding: .75rem; }
  .tiles { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .tile { padding-inline: .5rem; }
  h1 { font-size: 1.5rem; }
  .parts-of ul { gap: 0 1rem; }
  .words { padding-left: 0; }
  .block::before { content: attr(data-unit) attr(data-at); position: static; display: block; width: auto; text-align: left; line-height: 1.4; }
  .words :is(h2, h3, h4, h5, h6) { margin-top: .25rem; }
  .facts > div { grid-template-columns: minmax(0, 1fr); }
}
@media (forced-colors: active) { .badge, .tile, .card { border-color: CanvasText; } rect { forced-color-adjust: none; } }
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --paper: #fff; --soft: #f3f4f1; --line: #bbb; --edge: #666; --ink: #000; --quiet: #444; --link: #000;
    --bad: #8c1515; --bad-soft: #fff; --warn: #6b4100; --warn-soft: #fff; --good: #14512f; --good-soft: #fff;
    --none-soft: #fff; --note: #4d2470; --note-soft: #fff;
    --bar-bad: #b3261e; --bar-warn: #c27a0e; --bar-good: #2a7d4b; --bar-none: #858c95;
  }
  @page { margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  .badge.force-must { color: var(--ink); background: none; font-weight: 800; }
  .skip, .parts-of, .filter, button, .back { display: none !important; }
  main, .top, footer { padding: 0; max-width: none; }
  main { padding-top: .75rem; }
  .summary, .index { border: 0; padding: 0; }
  .summary { display: block; }
  .chart svg rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .quote, .write, .tile, .chart, tr, .first > li { break-inside: avoid; }
  h2, h3, h4, h5, h6, .group-head, p.badges, .label, caption { break-after: avoid; }
  .text, .document { break-before: page; border: 0; padding: 0; }
  .scroll { overflow: visible; }
  details > summary { display: none; }
  a { text-decoration: none; }
  :target { outline: 0; }
}
`;
