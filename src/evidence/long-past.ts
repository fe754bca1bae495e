/** A year in which something was told to have happened: "in 2019", "during the spring of 2020", "May 2021". */
const TOLD =
  /\b(?:in|during|throughout|of|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid) (20\d\d)\b/gi;
const YEARS = /\b20\d\d\b/g;

/** What lies so many years before a document's own date is no account of how things are done at that date. */
const LONG_AGO = 2;

/**
 * True where all that a sentence tells of happened years before the document was written.
 * @param date the document's own (ISO, any precision)
 */
export function isLongPast(text: string, date: string | undefined): boolean {
  if (date === undefined || !text.includes('20')) return false;
  const latest = Number(date.slice(0, 4)) - LONG_AGO;
  const told = [...text.matchAll(TOLD)];
  return told.length > 0 && [...text.matchAll(YEARS)].every(([year]) => Number(year) <= latest);
}
