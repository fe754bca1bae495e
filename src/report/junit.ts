/**
 * The report as JUnit XML, for the test page of a build server: a suite for each document, a case for each requirement.
 * Keeps to the schema of Jenkins (junit-4.xsd), which GitLab, Azure and others read as well.
 */

import { isGap } from '../verdict/exit-code.ts';
import type { DocumentReport, FailedDocument, Report, RequirementReport } from '../verdict/types.ts';
import type { FormatOptions } from './formatter.ts';
import { bestEvidence, doubts, placeOfGap } from './parts.ts';
import { filePath } from './paths.ts';
import { plain } from './plain.ts';
import { gapSentences } from './problems.ts';
import { forceWords, levelWords, placeWords, sentence, statuteWords, verdictWords } from './words.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** One line of text that XML allows and that is only text, in an attribute as well as between tags. */
const xml = (text: string): string =>
  plain(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);

const lines = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map(xml)
    .join('\n');

export function formatJunit(report: Report, options: FormatOptions = {}): string {
  const cases = report.documents.flatMap(({ requirements }) => requirements);
  const total = cases.length + report.failed.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="masa-check" tests="${total}" failures="${cases.filter(isGap).length}" errors="${report.failed.length}">`,
    ...report.documents.map((document) => suite(document, filePath(document.path, options), report.tool.version)),
    ...report.failed.map((failed) => failedSuite(failed, filePath(failed.path, options))),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(document: DocumentReport, path: string, version: string): string {
  const { requirements } = document;
  const failures = requirements.filter(isGap).length;
  const skipped = requirements.filter(({ verdict }) => verdict === 'not-applicable').length;
  const properties = { title: document.title, edition: document.editionChoice.title, 'masa-check': version };
  return [
    `  <testsuite name="${xml(path)}" tests="${requirements.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
    '    <properties>',
    ...Object.entries(properties).map(([name, value]) => `      <property name="${name}" value="${xml(value)}"/>`),
    '    </properties>',
    ...requirements.map((requirement) => testCase(requirement, path)),
    ...suiteOutput(document),
    '  </testsuite>',
  ].join('\n');
}

/** Servers group cases by the parts of a class name between full stops, so a file's own full stops must not be there. */
const className = (path: string, id: string): string => xml(`${path.replaceAll('.', '_')}.${id}`);

function testCase(requirement: RequirementReport, path: string): string {
  const open = `    <testcase classname="${className(path, requirement.id)}" name="${xml(requirement.title)}"`;
  const inside = outcome(requirement);
  return inside === '' ? `${open}/>` : `${open}>\n${inside}\n    </testcase>`;
}

function outcome(requirement: RequirementReport): string {
  if (requirement.verdict === 'not-applicable') {
    return `      <skipped>${xml(requirement.notApplicable ?? verdictWords('not-applicable'))}</skipped>`;
  }
  const eye = doubts(requirement).map((reason) => (reason === '' ? 'Check by eye.' : `Check by eye: ${reason}`));
  if (isGap(requirement)) {
    const message = `${verdictWords(requirement.verdict)} (${forceWords(requirement.force).toLowerCase()})`;
    const nearest = placeOfGap(requirement);
    const text = lines([
      sources(requirement),
      ...gapSentences(requirement),
      nearest === undefined ? '' : `Nearest: “${nearest.quote}” (${placeWords(nearest)})`,
      ...eye,
    ]);
    return `      <failure type="${requirement.verdict}" message="${message}">${text}</failure>`;
  }
  const best = bestEvidence(requirement.elements);
  const text = lines([best === undefined ? '' : `“${best.quote}” (${placeWords(best)})`, ...eye]);
  return text === '' ? '' : `      <system-out>${text}</system-out>`;
}

/** "Must; chapter 3, p. 77; Children Act 2004 section 16E(3)". */
function sources({ force, cite, statute }: RequirementReport): string {
  return [forceWords(force), cite ?? '', statuteWords(statute ?? '')].filter((part) => part !== '').join('; ');
}

function suiteOutput(document: DocumentReport): string[] {
  const findings = document.findings.map((finding) => {
    const where = placeWords(finding);
    const says = `${levelWords(finding.level)}: ${sentence(finding.message)}${where === '' ? '' : ` (${where})`}`;
    return finding.advice === undefined ? says : `${says} ${sentence(finding.advice)}`;
  });
  const text = lines([
    document.summary.sentence,
    document.editionChoice.provisional ?? '',
    ...findings,
    ...document.notes.map(({ message }) => message),
  ]);
  return text === '' ? [] : [`    <system-out>${text}</system-out>`];
}

function failedSuite({ path, error }: FailedDocument, name: string): string {
  return [
    `  <testsuite name="${xml(name)}" tests="1" failures="0" errors="1" skipped="0">`,
    `    <testcase classname="${className(name, error.code)}" name="${xml(path === '-' ? 'Standard input' : path)}">`,
    `      <error type="${xml(error.code)}" message="${xml(error.message)}"/>`,
    '    </testcase>',
    '  </testsuite>',
  ].join('\n');
}
