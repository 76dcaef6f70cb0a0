import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formulaText } from '../../../../../gateway/directory/indicators/formula-text.js';
import {
  builtInDefinitions,
  readIndicatorDefinitions,
} from '../../../../../gateway/directory/indicators/read-definitions.js';
import { readTotalFields } from '../../../../../gateway/directory/indicators/total-fields.js';
import { readContracts } from '../../../../../gateway/plan/contract-files.js';
import { readContract } from '../../../../../gateway/plan/partitioned-source.js';
import { AccordError } from '../../../../../shared/errors/accord-error.js';

const totals = readTotalFields(
  readContracts().map(({ name, sdl }) => {
    const { schema, apart } = readContract(sdl);
    return { domain: name, schema, apart };
  }),
);
const folder = mkdtempSync(join(tmpdir(), 'accord-definitions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = {
  code: 'our-share',
  version: '1.0.0',
  names: { eng: 'Our share' },
  description: { eng: 'What we count.' },
  unit: 'PERCENT',
  direction: 'NEUTRAL',
  numerator: { count: 'auditTotals', period: 'dueYear', filter: { status: { eq: 'MET' } } },
  denominator: { count: 'auditTotals', period: 'dueYear' },
};

/** Puts what is given in a file; YAML reads JSON. */
function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function faultOf(files: readonly string[]): string {
  try {
    readIndicatorDefinitions(files, totals);
  } catch (error) {
    if (error instanceof AccordError && error.code === 'BAD_CONFIG') {
      return error.message;
    }
    throw error;
  }
  return '';
}

describe('the definitions of indicators', () => {
  it('that are built in are of the graph', () => {
    const definitions = readIndicatorDefinitions(builtInDefinitions(), totals);
    expect(definitions.map(({ code }) => code)).toEqual([
      'audit-delivery-delay',
      'budget-execution-rate',
      'declaration-correction-share',
      'declaration-on-time-rate',
      'declaration-submission-delay',
      'declaration-submission-rate',
      'filing-to-judgment-time',
      'prosecution-to-conviction-rate',
      'single-bid-share',
    ]);
    for (const { names, description } of definitions) {
      expect(Object.keys(names).length).toBeGreaterThan(3);
      expect(description['eng']).toBeDefined();
    }
  });

  it.each([
    ['audit-delivery-delay', 'mean of deliveryDelay over auditTotals where deliveryDelay isNull false'],
    [
      'budget-execution-rate',
      '100 × sum(budgetTotals where phase eq EXECUTED and direction eq EXPENDITURE) / sum(budgetTotals where phase eq ADJUSTED and direction eq EXPENDITURE)',
    ],
  ])('write the formula of %s from what is computed', (code, text) => {
    const definition = readIndicatorDefinitions(builtInDefinitions(), totals).find(
      (one) => one.code === code,
    );
    expect(definition && formulaText(definition)).toBe(text);
  });

  it.each([
    [
      'an unknown total',
      { ...good, denominator: { count: 'auditSums', period: 'dueYear' } },
      'expected one of the totals auditTotals, budgetTotals, contractingProcessTotals, courtCaseTotals, declarationTotals, investigationTotals, got "auditSums"',
    ],
    [
      'an unknown field of a filter',
      { ...good, numerator: { count: 'auditTotals', period: 'dueYear', filter: { stat: { eq: 'MET' } } } },
      'auditTotals: Field "stat" is not defined by type "AuditFilter"',
    ],
    [
      'an unknown constant',
      { ...good, numerator: { count: 'auditTotals', period: 'dueYear', filter: { status: { eq: 'MEET' } } } },
      'auditTotals: filter.status.eq: Value "MEET" does not exist in "MilestoneStatus" enum',
    ],
    [
      'a period that is none',
      { ...good, denominator: { count: 'auditTotals', period: 'title' } },
      'auditTotals: it does not group by TITLE; auditTotals: its filter has no title that is a IntFilter',
    ],
    [
      'a dimension that is none',
      { ...good, dimensions: [{ field: 'auditee' }] },
      'auditTotals: it does not group by AUDITEE',
    ],
    [
      'a sum of what has none',
      { ...good, numerator: { sum: 'auditTotals', period: 'dueYear' } },
      'auditTotals: it has no sum',
    ],
    [
      'phases that would be added',
      { ...good, numerator: { sum: 'budgetTotals', period: 'fiscalYear' } },
      'budgetTotals: Expected PHASE and DIRECTION in "groupBy" or pinned by a top-level eq in the filter: their amounts are not added together',
    ],
    [
      'days of a date',
      {
        ...good,
        unit: 'DAYS',
        numerator: undefined,
        denominator: undefined,
        days: { mean: 'auditTotals', between: 'dueDate', period: 'dueYear' },
      },
      'auditTotals: its filter has no dueDate that is a IntFilter',
    ],
    [
      'no formula',
      { ...good, numerator: undefined },
      'expected either "numerator" and "denominator" or "days"',
    ],
    ['days that are no days', { ...good, unit: 'DAYS' }, 'unit: expected DAYS of days and of nothing else'],
    ['code', { ...good, formula: 'process.exit()' }, 'Unrecognized key: "formula"'],
    ['a language that is none', { ...good, names: { english: 'Our share' } }, 'names.english'],
    ['no YAML', 'code: [', 'Expected YAML in "bad.yaml"'],
  ])('are refused with %s', (_, content, fault) => {
    expect(faultOf([fileOf('bad.yaml', content)])).toContain(fault);
  });

  it('are refused with every fault of every file at once, each under its file', () => {
    const files = [
      fileOf('one.yaml', { ...good, unit: 'MILES', direction: 'UP' }),
      fileOf('two.yaml', { ...good, numerator: { count: 'nothing', period: 'dueYear' } }),
      fileOf('three.yaml', { ...good }),
      fileOf('four.yaml', { ...good }),
      join(folder, 'missing.yaml'),
    ];
    const fault = faultOf(files);
    for (const part of [
      '"one.yaml"',
      'unit: ',
      'direction: ',
      '"two.yaml"',
      'got "nothing"',
      '"four.yaml"',
      'got "our-share" again',
      '"missing.yaml"',
    ]) {
      expect(fault).toContain(part);
    }
    expect(fault).not.toContain('Indicator in "one.yaml"');
  });
});
