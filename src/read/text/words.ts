/** Small tests on the words of one line, shared by the steps that decide what a line is. */

import type { Line } from './line.ts';

const LEANS_ON =
  /(?:^|\s)(?:of|the|and|or|to|for|in|at|by|with|a|an|on|from|as|is|are|was|were|be|been|that|which|who|whose|our|their|its|his|her|this|these|those|between|into|upon|within|through|across|under|over|not|than|when|where|if|will|must|may|can|should|has|have|had|any|each|every|all|both|per|via|&)$/i;

/** A line that cannot end where it ends: "... the work of". */
export function leansOn(text: string): boolean {
  return LEANS_ON.test(text.slice(-16));
}

export function endsSentence(text: string): boolean {
  return /[.!?]["”’'»)\]]{0,3}$/.test(text.slice(-6));
}

export function endsClause(text: string): boolean {
  return /[.!?:;]["”’'»)\]]{0,3}$/.test(text.slice(-6));
}

/** Starts in the middle of a sentence. */
export function startsLower(text: string): boolean {
  const char = /^["“‘'([]*(.)/u.exec(text.slice(0, 6))?.[1] ?? '';
  return char !== char.toUpperCase() || text.startsWith('&') || /^[,;:.)]/.test(text);
}

const ROLE =
  /\b(?:chief|director|officer|superintendent|constable|commander|manager|chair|chairman|chairwoman|nurse|doctor|head|lead|leader|scrutineer|councill?or|inspector|sergeant|executive|president|secretary|co-?ordinator|member|adviser|advisor|practitioner|representative|mayor|governor|assistant|deputy|designated|named)\b/i;

export function namesRole(text: string): boolean {
  return ROLE.test(text.slice(0, 160));
}

const ORGANISATION =
  /\b(?:council|board|trust|constabulary|police|service|services|icb|ccg|nhs|hospital|authority|partnership|group|committee|agency|agencies|college|school|schools|university|association|cafcass|society|charity|company|limited|ltd|forum|panel|network|team|office|commissioning|borough|county|district)\b/i;

export function namesOrganisation(text: string): boolean {
  return ORGANISATION.test(text.slice(0, 160));
}

/** Two to four capitalised words and nothing else: a person's name, or a title. */
export function looksLikeName(text: string): boolean {
  if (text.length > 50) return false;
  return /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Supt)\.?\s+)?[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ɏ'’.-]*(?:\s+(?:[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ɏ'’.-]*|de|van|von|der|al)){1,3}$/u.test(
    text,
  );
}

/** Whether lines were wrapped at all: text copied from a web page has a paragraph a line, however long. */
export function isWrapped(lines: readonly Line[]): boolean {
  let pairs = 0;
  let wrapped = 0;
  for (let i = 0; i + 1 < lines.length && pairs < 2000; i++) {
    const next = lines[i + 1]!;
    if (next.blanks > 0 || next.pageBreak) continue;
    pairs++;
    if (/^[a-z]/.test(next.text) && !endsSentence(lines[i]!.text)) wrapped++;
  }
  return pairs < 8 || wrapped > pairs * 0.05;
}

/** The usual length of a line that was wrapped: how far text runs before a line has to end. */
export function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let i = 0; i + 1 < lines.length && lengths.length < 2000; i++) {
    const next = lines[i + 1]!;
    if (next.blanks === 0 && /^[a-z]/.test(next.text) && lines[i]!.text.length > 30)
      lengths.push(lines[i]!.text.length);
  }
  if (lengths.length < 5) return 90;
  lengths.sort((a, b) => a - b);
  return Math.min(Math.max(lengths[Math.floor(lengths.length * 0.6)]!, 50), 200);
}
