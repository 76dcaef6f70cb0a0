import { describe, expect, test } from 'vitest';
import { papLabels, tlpLabels } from '../../../../../shared/domain/record-body.js';
import { keyScope } from '../../../../../shared/policy/expression/key-scope.js';
import { note } from './note.js';

const moods = ['GOOD', 'BAD'];
const scope = () => keyScope(note, (path) => (path.join('.') === 'about.mood' ? moods : undefined));

/** What a field is, without how it is read. */
function told(path: readonly string[]) {
  const found = scope().find(path);
  if (typeof found === 'string') {
    return found;
  }
  const { read: _, ...rest } = found;
  return rest;
}

describe('what a condition on records can be of', () => {
  test.each<[string, readonly string[], object]>([
    ['a text', ['code'], { type: { kind: 'text', values: undefined }, isOptional: true, key: 'code' }],
    ['one of a list', ['about', 'mood'], { type: { kind: 'text', values: moods }, isOptional: true }],
    ['a date', ['day'], { type: { kind: 'date' }, isOptional: true }],
    ['an instant', ['seenAt'], { type: { kind: 'instant' }, isOptional: true }],
    ['a number', ['year'], { type: { kind: 'integer' }, isOptional: true }],
    ['yes or no', ['open'], { type: { kind: 'boolean' }, isOptional: true }],
    [
      'texts, which are none where they are absent',
      ['tags'],
      { type: { kind: 'texts', values: undefined }, isOptional: false },
    ],
    [
      'a label, without which a record has one all the same',
      ['handling', 'tlp'],
      { type: { kind: 'text', values: tlpLabels }, isOptional: false, absentAs: 'TLP:AMBER' },
    ],
    [
      'what may be done',
      ['handling', 'pap'],
      { type: { kind: 'text', values: papLabels }, isOptional: true, absentAs: undefined },
    ],
  ])('%s', (_, path, field) => {
    expect(told(path)).toMatchObject({ ...field, name: ['record', ...path].join('.') });
  });

  test.each([
    ['an amount', ['price']],
    ['what the store adds', ['modifiedAt']],
    ['a key without a place in the record', ['title']],
    ['nothing', ['nowhere']],
    ['a part of a place', ['handling']],
  ])('is not %s', (_, path) => {
    expect(told(path)).toBe(
      `Expected a field that a key of "Note" holds (record.code, record.about.mood, record.day, record.seenAt, record.year, record.open, record.tags, record.handling.tlp, record.handling.pap, record.handling.embargoUntil), got "record.${path.join('.')}"`,
    );
  });

  test('is nothing of a type without keys', () => {
    const bare = keyScope({ ...note, keys: {} });
    expect(bare.find(['code'])).toBe(
      'Expected a field that a key of "Note" holds, it has none, got "record.code"',
    );
  });

  test('is not two fields at once, and reads what the key holds', () => {
    expect(scope().comparesFields).toBe(false);
    const found = scope().find(['code']);
    expect(typeof found === 'string' ? found : [found.read({ code: 'a' }), found.read({})]).toEqual([
      'a',
      undefined,
    ]);
    const plain = keyScope(note).find(['about', 'mood']);
    expect(typeof plain === 'string' ? plain : plain.type).toEqual({ kind: 'text', values: undefined });
  });
});
