/** Numbers from 0 to 1, always the same ones: a choice by chance that comes out alike at every run. */
export function chance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
