/** What kinds of finding there are, in a sentence each, for formats that describe a kind apart from its places. */

const TITLES: Record<string, string> = {
  'chair-and-scrutineer': 'One person seems to chair the partners and to scrutinise them.',
  'declared-not-in-text': 'The front matter declares something that the text never mentions.',
  'edition-not-in-force': 'The edition that the document cites was not the current one at its date.',
  'empty-section': 'A heading has nothing under it.',
  'front-matter': 'The front matter holds a mistake.',
  'list-missing': 'A list is announced and does not follow.',
  'mixed-editions': 'Several editions of Working Together are cited as if each were current.',
  placeholder: 'Something is still to be filled in.',
  'review-date-past': 'A review was due by a day that has passed.',
  'superseded-term': 'A body, post or provision is named that no longer exists.',
  undated: 'The document gives no date of its own.',
  'undefined-group': 'A group is given something to do, and nothing says what it is.',
};

/** A sentence for the kind of finding that a code such as `placeholder` or `superseded-term/ccg` stands for. */
export function findingTitle(code: string): string {
  const [kind = '', ...rest] = code.split('/');
  const title = TITLES[kind] ?? `${(kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ')}.`;
  return rest.length === 0 ? title : `${title.slice(0, -1)} (${rest.join(' ').replaceAll('-', ' ')}).`;
}
