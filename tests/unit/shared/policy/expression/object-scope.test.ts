import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { papLabels, tlpLabels } from '../../../../../shared/domain/record-body.js';
import { readContractModel } from '../../../../../shared/policy/contract-model.js';
import { objectScope } from '../../../../../shared/policy/expression/object-scope.js';
import { noteModel } from './note.js';

const model = () =>
  readContractModel([
    parse(`
      scalar Tlp
      scalar Pap
      scalar Odd
      interface Named { name: String }
      type Ship implements Named { name: String berth: Berth! code: ID flags: [ID!] named: Named labels: [Tlp!] berths: [Berth!] odds: [Odd!] }
      type Berth { label: Tlp! paper: Pap number: Int! master: Person }
      type Person { id: ID! member: Int name: String }
    `),
  ]);

/** What a condition on a ship can be of. */
function told(path: readonly string[], type = 'Ship') {
  const found = objectScope(type, model()).find(path);
  return typeof found === 'string' ? found : { ...found, read: undefined };
}

describe('what a condition on an object can be of', () => {
  test.each<[readonly string[], object]>([
    [['name'], { name: 'record.name', type: { kind: 'text' }, isOptional: true, absentAs: undefined }],
    [['code'], { type: { kind: 'text' }, isOptional: true }],
    [['flags'], { type: { kind: 'texts', values: undefined }, isOptional: false }],
    [['berth', 'number'], { name: 'record.berth.number', type: { kind: 'integer' }, isOptional: false }],
    [['berth'], { type: { kind: 'group' }, isOptional: false }],
    [['named'], { type: { kind: 'group' }, isOptional: true }],
    [['labels'], { type: { kind: 'texts', values: tlpLabels }, isOptional: false, absentAs: undefined }],
    [
      ['berth', 'label'],
      { type: { kind: 'text', values: tlpLabels }, isOptional: false, absentAs: 'TLP:AMBER' },
    ],
    [
      ['berth', 'paper'],
      { type: { kind: 'text', values: papLabels }, isOptional: true, absentAs: undefined },
    ],
  ])('%j', (path, field) => {
    expect(told(path)).toMatchObject(field);
  });

  test.each<[readonly string[], string, string]>([
    [['crew'], 'Ship', 'Expected a field of "Ship", got "crew"'],
    [['berth', 'crew'], 'Ship', 'Expected a field of "Berth", got "crew"'],
    [['name'], 'Raft', 'Expected a field of "Raft", got "name"'],
    [['berth', 'master', 'name'], 'Ship', 'Expected one object within the record, got "record.berth.master"'],
    [['named', 'name'], 'Ship', 'Expected one object within the record, got "record.named"'],
    [['name', 'first'], 'Ship', 'Expected one object within the record, got "record.name"'],
    [['id'], 'Person', 'Expected a field that is kept with the record, got "record.id"'],
    [['berths'], 'Ship', 'Expected a text, number, date, truth value or list of texts, got "record.berths"'],
    [['odds'], 'Ship', 'Expected a text, number, date, truth value or list of texts, got "record.odds"'],
    [[], 'Ship', 'Expected a field of the record, got none'],
  ])('is not %j of a %s', (path, type, words) => {
    expect(told(path, type)).toBe(words);
  });

  test('is two fields at once, and a union by its being there', () => {
    const scope = objectScope('Note', noteModel);
    expect(scope.comparesFields).toBe(true);
    expect(scope.find(['party'])).toMatchObject({ type: { kind: 'group' } });
    expect(scope.find(['author'])).toMatchObject({ type: { kind: 'group' } });
    expect(scope.find(['odd'])).toBe(
      'Expected a text, number, date, truth value or list of texts, got "record.odd"',
    );
  });

  test('is read of what is there', () => {
    const found = objectScope('Ship', model()).find(['berth', 'number']);
    const read = typeof found === 'string' ? () => found : found.read;
    const bodies = [{ berth: { number: 7 } }, { berth: { number: null } }, { berth: null }, { berth: 3 }, {}];
    expect(bodies.map(read)).toEqual([7, undefined, undefined, undefined, undefined]);
  });
});
