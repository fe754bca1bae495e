/** Style sheets for the PDF files: page layouts that partnerships publish in. */

const BASE = `
body { font-family: "Liberation Sans", sans-serif; font-size: 10.5pt; line-height: 1.4; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 0.5pt solid #666; padding: 3pt 5pt; vertical-align: top; text-align: left; }
header#title-block-header { display: none; }
blockquote { margin: 8pt 24pt; }
`;

export const HEADERS = `${BASE}
@page {
  size: A4; margin: 2.4cm 2cm;
  @top-left { content: "Multi-agency safeguarding arrangements"; font-size: 8pt; }
  @top-right { content: "Published January 2025"; font-size: 8pt; }
  @bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 8pt; }
}
h1, h2 { break-before: auto; }
`;

/** Two columns, set to both margins, words broken at line ends. */
export const TWO_COLUMNS = `${BASE}
@page { size: A4; margin: 2cm 1.8cm; @bottom-right { content: counter(page); font-size: 9pt; } }
body { font-family: "Liberation Serif", serif; font-size: 10pt; columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto; line-height: 1.3; }
h1 { column-span: all; }
table { font-size: 8.5pt; text-align: left; hyphens: manual; }
`;

export const LANDSCAPE = `${BASE}
@page { size: A4 landscape; margin: 2cm; }
`;

/** Bold lines of the text's own size instead of headings, first lines set in instead of gaps. */
export const FAKE_HEADINGS = `${BASE}
@page { size: A4; margin: 2.5cm; @bottom-center { content: counter(page); font-size: 9pt; } }
h1, h2, h3, h4 { font-size: 10.5pt; font-weight: bold; margin: 10pt 0 0 0; }
h1 { font-size: 18pt; }
p { margin: 0; text-indent: 14pt; }
h1 + p, h2 + p, h3 + p, td p, li p { text-indent: 0; }
`;

/** What happens in long documents, all in one short one. */
export const FEATURES = `${BASE}
@page {
  size: A4; margin: 2.2cm 2cm 2.6cm 2cm;
  @top-center { content: "Hartle Vale Safeguarding Children Partnership"; font-size: 8pt; }
  @bottom-right { content: counter(page); font-size: 8pt; }
  @footnote { border-top: 0.5pt solid black; padding-top: 3pt; margin-top: 6pt; }
}
.note { float: footnote; font-size: 8pt; }
::footnote-call { font-size: 70%; vertical-align: super; line-height: 0; }
nav a { display: block; color: black; text-decoration: none; }
nav a::after { content: leader(dotted) " " target-counter(attr(href), page); }
nav, .cover { break-after: page; }
.narrow { width: 38%; hyphens: auto; text-align: justify; }
`;

const row = (body: string, agency: string, duty: string): string =>
  `<tr><td>${body}</td><td>${agency}</td><td>${duty}</td></tr>`;

const ROWS = [
  [
    'Hartle Vale Council',
    'Director of Children’s Services, Maud Ansty',
    'chairs the executive and reports to it every quarter on the plan and on what the plan has changed for children',
  ],
  [
    'NHS Moor Ridings Integrated Care Board',
    'Chief Nurse, Tobias Reyl',
    'leads on health and brings the designated professionals together six times a year',
  ],
  [
    'North Moor Police',
    'Assistant Chief Constable, Wren Kettle',
    'leads on exploitation outside the home and on the daily risk meeting',
  ],
  [
    'Vale Hospitals NHS Foundation Trust',
    'Director of Nursing, Ines Marl',
    'sends attendance figures every month and answers for staff training',
  ],
  [
    'Hartle Vale Probation',
    'Head of Service, Jory Penn',
    'tells the partnership within five days about adults who pose a risk',
  ],
  ['Vale Sixth Form College', 'Principal, Asa Thorne', 'speaks for colleges and takes part in two audits a year'],
];

/** A cover, a contents page with leaders, footnotes, a table over two pages, an address, nested lists, broken words. */
export function featuresPage(): string {
  const filler = Array.from(
    { length: 3 },
    (_, i) =>
      `<p>The partnership meets ${['every month', 'every quarter', 'twice a year'][i]} in the ${['council chamber', 'town hall', 'civic centre'][i]}. Its minutes are published within ten working days and remain on the website for three years. Anyone may ask for them in large print or in another language.</p>`,
  ).join('\n');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Arrangements</title><style>${FEATURES}</style></head><body>
<section class="cover"><h1>Hartle Vale Safeguarding Children Partnership</h1><p>Multi-agency safeguarding arrangements</p><p>Published 6 January 2025</p></section>
<nav><h2>Contents</h2><a href="#a">1 Who leads</a><a href="#b">1.1 The executive</a><a href="#c">2 Relevant agencies</a><a href="#d">3 Escalation</a></nav>
<h2 id="a">1 Who leads</h2>
<p>The lead safeguarding partners are the chief executive of the council, the chief executive of the integrated care board and the chief constable.<span class="note">The lead for the police has held this duty since 2023 and has not passed it on.</span> They meet together four times a year and answer jointly for these arrangements.</p>
<h3 id="b">1.1 The executive</h3>
<p>The executive does three things:</p>
<ul><li>it agrees the yearly plan and<ul><li>sets its measures;</li><li>checks them every quarter;</li></ul></li><li>it settles disputes that were not settled below it, as set out in part 3;</li><li>it publishes the yearly report by the end of September.</li></ul>
${filler}
<p class="narrow">Safeguarding practitioners understand their responsibilities. Multi-agency safeguarding arrangements are reviewed by practitioners, and their responsibilities for safeguarding are written down. Understanding what children say matters more than understanding forms.</p>
<h2 id="c">2 Relevant agencies</h2>
<p>These agencies were chosen because each of them works with children in the area every day.</p>
<table><thead><tr><th>Agency</th><th>Who leads</th><th>What it does</th></tr></thead><tbody>${[...ROWS, ...ROWS, ...ROWS].map(([a, b, c], i) => row(a!, b!, `${c} (${i + 1})`)).join('')}</tbody></table>
<h2 id="d">3 Escalation</h2>
<p>Concerns that are not settled within five working days go to the business manager:</p>
<p>Hartle Vale Safeguarding Children Partnership<br>Moor House<br>12 Weir Lane<br>Hartle HV1 2AB</p>
<p>On this the guidance says:</p>
<blockquote><p>Safeguarding partners should set out clear processes for resolving disputes, and every practitioner should know how to use them when the need arises.</p></blockquote>
<p>The business manager answers within two working days.</p>
</body></html>`;
}
