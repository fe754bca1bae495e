/** Concepts that the program itself asks for by name, so that no requirement, signal or edition need use them. */
export const CONCEPTS_USED_BY_CODE: readonly string[] = [
  // Makes the use of a superseded term right.
  'history',
];

/** Concepts that are asked for by the beginning of their names: what a section is about, by its heading. */
export const FAMILIES_USED_BY_CODE: readonly string[] = ['heading-'];
