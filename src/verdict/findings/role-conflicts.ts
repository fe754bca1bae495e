/** One person as chair of the partners and as independent scrutineer: each role loses by the other. */
import { countsAsText } from '../../evidence/counts-as-text.ts';
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

const BOTH =
  /\bindependent chair (?:and|&|\/|cum) (?:independent )?scrutineer|\b(?:chair|chairs|chaired|chairing)\b[^.;]{0,80}\b(?:and (?:also|is also|acts? also|acts? as)|also|both|doubles? as|as well as|who (?:is )?also)\b[^.;]{0,80}\b(?:scrutin(?:eer|y|ises?|ises)|independent scrutin)|\bscrutin(?:eer|ises?)\b[^.;]{0,60}\b(?:and also|also|doubles? as|both|will serve as)\b[^.;]{0,40}\b(?:chair|chairs|in the chair)\b|\bindependent person\b[^.;]{0,40}\bchair\b/i;
/** Cheap to look for, and every conflict has it, in capitals or not. */
const mayConflict = (text: string): boolean => text.includes('hair') || text.includes('HAIR');
const APART = /\b(?:not|never|nor|separate|distinct|different|cannot|neither|no longer|independent of)\b/i;

export function roleConflicts({ reading, edition }: FindingInput): Finding[] {
  const findings: Finding[] = [];
  reading.document.sentences.forEach((sentence, index) => {
    if (!countsAsText(sentence) || findings.length > 0 || !mayConflict(sentence.text)) return;
    if (!BOTH.test(sentence.text) || APART.test(sentence.text)) return;
    if (reading.signals[index]!.some(({ id }) => id === 'past' || id === 'duty' || id === 'elsewhere')) return;
    findings.push({
      code: 'chair-and-scrutineer',
      level: edition === 'wt2018' ? 'note' : 'warning',
      message: 'The same person seems to chair the partners and to scrutinise them.',
      advice:
        edition === 'wt2018'
          ? 'Say how the independence of scrutiny is secured when the scrutineer also leads the work.'
          : 'Give the chair to one of the delegated safeguarding partners, and scrutiny to somebody else.',
      ...at(reading, index),
    });
  });
  return findings;
}
