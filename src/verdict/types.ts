/** The report: the one object that every format renders and that the library returns. */
import type { Place, ReadingNote } from '../document/types.ts';
import type { EditionId, Force, Need, Status } from '../rules/types.ts';

export type Verdict = 'met' | 'partially-met' | 'not-met' | 'not-applicable';
export type Confidence = 'high' | 'medium' | 'low';

export interface EvidenceReport {
  /** The words of the document, exactly, white space folded. */
  quote: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  page?: number;
  paragraph?: number;
  /** Headings over the passage, outermost first. */
  headings: string[];
  /** What the passage supports. */
  strength: 'full' | 'partial' | 'none';
  /** Ids of the signals that lowered or cancelled it; `second-reading` where it has the words and reads unlike them. */
  signals: string[];
}

/** The nearest passage that was not enough, and why. */
export interface NearestReport extends EvidenceReport {
  /** One sentence: why it was not enough. */
  reason: string;
}

export interface ElementReport {
  id: string;
  need: Need;
  asks: string;
  status: Status;
  confidence: Confidence;
  /** Why a person should look; only when confidence is low. */
  checkByEye?: string;
  evidence: EvidenceReport[];
  nearest?: NearestReport;
  /** What to write; only when the status is not full. */
  write?: string;
}

export interface RequirementReport {
  id: string;
  title: string;
  theme: string;
  asks: string;
  force: Force;
  cite?: string;
  statute?: string;
  verdict: Verdict;
  confidence: Confidence;
  checkByEye?: string;
  /** Why the requirement does not apply, or that it was waived. */
  notApplicable?: string;
  remedy: string;
  elements: ElementReport[];
}

/** A cross-cutting finding: superseded term, date past, role conflict, undefined group, empty list, placeholder, contradiction. */
export interface Finding {
  code: string;
  level: 'error' | 'warning' | 'note';
  message: string;
  /** What to do about it. */
  advice?: string;
  quote?: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  page?: number;
  paragraph?: number;
}

export interface EditionChoice {
  id: EditionId;
  title: string;
  /** One sentence: how the edition was chosen. */
  because: string;
  /** The sentence a provisional edition shows in every report. */
  provisional?: string;
}

export interface DocumentReport {
  path: string;
  title: string;
  format: string;
  edition: EditionId;
  editionChoice: EditionChoice;
  /** The document's own date (ISO, to the precision known), if it gives one. */
  date?: string;
  /** False when the document does not look like published arrangements; `looksLike` says what instead. */
  arrangements: boolean;
  looksLike?: string;
  requirements: RequirementReport[];
  findings: Finding[];
  notes: ReadingNote[];
  summary: Summary;
}

export interface Summary {
  /** Per force: how many requirements of each verdict. */
  byForce: Record<string, { met: number; 'partially-met': number; 'not-met': number; 'not-applicable': number }>;
  checkByEye: number;
  /** The verdict on the whole document, in one sentence. */
  sentence: string;
  /** What to do next, most important first. */
  next: string[];
}

/** A document that could not be read. */
export interface FailedDocument {
  path: string;
  error: { code: string; message: string };
}

export interface Report {
  schemaVersion: '1';
  tool: { name: 'masa-check'; version: string };
  documents: DocumentReport[];
  failed: FailedDocument[];
}

export type { Place };
