/** The report as one self-contained page: it needs no network and no JavaScript, and prints. */

import { createHash } from 'node:crypto';
import type { Report } from '../../verdict/types.ts';
import type { FormatOptions } from '../formatter.ts';
import { count, sentence } from '../words.ts';
import { documentView } from './document.ts';
import { filter } from './filter.ts';
import { heading, html, Markup } from './markup.ts';
import { index, prefixOf } from './matrix.ts';
import { nameOf, shownPath } from './names.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** Only this style and this script may run: whatever a document might smuggle in, a browser would refuse. */
function policy(): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
}

export function formatHtml(report: Report, options: FormatOptions = {}): string {
  const { documents, failed } = report;
  const [only] = documents;
  const isSingle = documents.length === 1 && failed.length === 0 && only !== undefined;
  const title = isSingle ? nameOf(only) : 'Multi-agency safeguarding arrangements';
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="masa-check ${report.tool.version}">
<title>${title} – masa-check</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><div>
<p class="kicker">masa-check report</p>
<h1><bdi>${title}</bdi></h1>
${
  isSingle
    ? html`<p class="under"><span class="path"><bdi>${shownPath(only.path)}</bdi></span> · judged against ${only.editionChoice.title}</p>
`
    : html`<p class="under">${count(documents.length, 'document')}${failed.length > 0 && `, ${failed.length} more not read`}</p>
`
}</div></header>
<main id="main">
${isSingle ? single(report, options) : several(report, options)}</main>
<footer><p>Made by masa-check ${report.tool.version}. It reads words and does not know whether they are true; it helps a person to review a document and does not replace that person.</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`.source;
}

function single(report: Report, { documents }: FormatOptions): Markup {
  return documentView({
    report: report.documents[0]!,
    document: documents?.[0],
    prefix: '',
    depth: 2,
    filter: filter(report),
  });
}

function several(report: Report, options: FormatOptions): Markup {
  const { documents, failed } = report;
  const views = documents.map((document, number) => {
    const prefix = prefixOf(number);
    return html`<section class="document" aria-labelledby="${prefix}report">
${heading(2, html`<span class="number">${number + 1}.</span> <bdi>${nameOf(document)}</bdi>`, `${prefix}report`)}
<p class="under"><span class="path"><bdi>${shownPath(document.path)}</bdi></span> · judged against ${document.editionChoice.title} · <a href="#index">All documents</a></p>
${documentView({ report: document, document: options.documents?.[number], prefix, depth: 3, under: `${prefix}report` })}</section>
`;
  });
  return html`${index(report)}${
    failed.length > 0 &&
    html`<section aria-labelledby="failed">
${heading(2, html`Not read: ${failed.length}`, 'failed')}
<ul>${failed.map(({ path, error }) => html`<li><bdi>${shownPath(path)}</bdi>: ${sentence(error.message)}</li>`)}</ul>
</section>
`
  }${documents.length > 0 && filter(report)}${views}`;
}
