import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfigFile } from '../../../shared/config/read-config.js';
import { compareText } from '../../../shared/domain/text.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { faultsOfDefinition } from './check-definition.js';
import { IndicatorDefinition } from './indicator-definition.js';
import type { TotalFields } from './total-fields.js';

const builtIn = new URL('./definitions/', import.meta.url);

/** The files of the indicators that every coalition has. */
export function builtInDefinitions(): readonly string[] {
  return readdirSync(builtIn)
    .filter((name) => name.endsWith('.yaml'))
    .sort(compareText)
    .map((name) => fileURLToPath(new URL(name, builtIn)));
}

/**
 * Reads definitions and holds them against the graph they are computed from; by code. Throws BAD_CONFIG with every
 * fault of every file at once.
 */
export function readIndicatorDefinitions(
  files: readonly string[],
  totals: TotalFields,
): readonly IndicatorDefinition[] {
  const definitions: IndicatorDefinition[] = [];
  const faults: string[] = [];
  for (const file of files) {
    const read = readOne(file);
    if (typeof read === 'string') {
      faults.push(read);
      continue;
    }
    const isAgain = definitions.some(({ code }) => code === read.code);
    const ofThis = [
      ...(isAgain ? [`code: expected each code once, got "${read.code}" again`] : []),
      ...faultsOfDefinition(read, totals),
    ];
    if (ofThis.length > 0) {
      faults.push(`Indicator in "${basename(file)}" is not valid: ${ofThis.join('; ')}.`);
    }
    definitions.push(read);
  }
  if (faults.length > 0) {
    throw new AccordError('BAD_CONFIG', faults.join(' '));
  }
  return definitions.sort((a, b) => compareText(a.code, b.code));
}

/** The definition, or what is wrong with the file. */
function readOne(file: string): IndicatorDefinition | string {
  try {
    return readConfigFile(file, IndicatorDefinition);
  } catch (error) {
    if (!(error instanceof AccordError)) {
      throw error;
    }
    return error.message;
  }
}
