import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { PolicyFile } from './policy-file.js';

/** A fault of a policy and its place in the file: keys and list indexes. */
export interface PolicyFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Reads the text of a policy. `name` names it in errors. Throws BAD_POLICY with every fault at once, with its line. */
export function parsePolicy(text: string, name: string): PolicyFile {
  return parsePolicyYaml(text, name, PolicyFile);
}

/** Reads YAML of any form that belongs to a policy. Throws BAD_POLICY. */
export function parsePolicyYaml<S extends z.ZodType>(text: string, name: string, schema: S): z.infer<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  // A condition that begins with an unquoted `!` would be read as a tag, and lost.
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    const [words = ''] = broken.message.split('\n');
    throw new AccordError('BAD_POLICY', `Expected YAML in "${name}": ${words.replace(/:$/, '')}.`);
  }
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!result.success) {
    const lineOf = (path: readonly (string | number)[]): number | undefined => {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) {
          return lines.linePos(node.range[0]).line;
        }
      }
      return undefined;
    };
    throw badPolicy(name, result.error.issues.map(faultOf), lineOf);
  }
  return result.data;
}

/** The error that tells all faults of a policy. */
export function badPolicy(
  name: string,
  faults: readonly PolicyFault[],
  lineOf: (path: PolicyFault['path']) => number | undefined = () => undefined,
): AccordError {
  const told = faults.map(({ path, message }) => {
    const line = lineOf(path);
    const place = [
      ...(path.length > 0 ? [placeOf(path)] : []),
      ...(line === undefined ? [] : [`line ${line}`]),
    ];
    return `${place.length > 0 ? `${place.join(', ')}: ` : ''}${message}`;
  });
  return new AccordError('BAD_POLICY', `Policy "${name}" is not valid: ${told.join('; ')}.`);
}

/** `rules[3].read.scopes` */
function placeOf(path: PolicyFault['path']): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step}`))
    .join('');
}

function faultOf({ path, message }: z.core.$ZodIssue): PolicyFault {
  return { path: path.map((step) => (typeof step === 'symbol' ? step.toString() : step)), message };
}
