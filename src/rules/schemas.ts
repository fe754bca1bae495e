/** The published JSON Schemas, and the checks made from them. Needed to read rules, labels and front matter only. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import agencies from '../../rules/schema/agencies.schema.json' with { type: 'json' };
import edition from '../../rules/schema/edition.schema.json' with { type: 'json' };
import frontMatter from '../../rules/schema/front-matter.schema.json' with { type: 'json' };
import labels from '../../rules/schema/labels.schema.json' with { type: 'json' };
import lexicon from '../../rules/schema/lexicon.schema.json' with { type: 'json' };
import passages from '../../rules/schema/passages.schema.json' with { type: 'json' };
import requirement from '../../rules/schema/requirement.schema.json' with { type: 'json' };
import signal from '../../rules/schema/signal.schema.json' with { type: 'json' };
import terminology from '../../rules/schema/terminology.schema.json' with { type: 'json' };

export const schemas = {
  agencies,
  edition,
  'front-matter': frontMatter,
  labels,
  lexicon,
  passages,
  requirement,
  signal,
  terminology,
};

export type SchemaName = keyof typeof schemas;

const compiled = new Map<SchemaName, ValidateFunction>();
let ajv: Ajv2020 | undefined;

const compiler = (): Ajv2020 => {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, strictTypes: false });
    // What editors show for a pattern that fails; our own sentences use it too.
    ajv.addKeyword('patternErrorMessage');
  }
  return ajv;
};

/** The check for one kind of file; compiled the first time it is asked for. */
export const validatorFor = (name: SchemaName): ValidateFunction => {
  let validate = compiled.get(name);
  if (!validate) {
    validate = compiler().compile(schemas[name]);
    compiled.set(name, validate);
  }
  return validate;
};
