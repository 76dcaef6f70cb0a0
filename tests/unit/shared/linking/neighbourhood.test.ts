import { describe, expect, test } from 'vitest';
import type { LinkSubject } from '../../../../shared/linking/link-subject.js';
import { neighbourhoodOf } from '../../../../shared/linking/neighbourhood.js';
import { subjectFeatures } from '../../../../shared/linking/subject-features.js';
import { linkSubject } from '../../../fixtures/link-subjects.js';

const placeOf = (kind: LinkSubject['kind'], ...names: string[]) =>
  neighbourhoodOf(subjectFeatures(linkSubject('1', { kind, names: names.map((full) => ({ full })) })));

describe('the neighbourhood of a subject', () => {
  test.each([
    ['PERSON', ['Ada Branimirova'], ['BRANIMIROVA, Ada']],
    ['PERSON', ['Ada Branimirova'], ['А. Бранимирова']],
    ['PERSON', ['Ada Branimirova', 'Ада Бранимирова'], ['Ada Branimirova']],
    ['PERSON', ['Ada Branimirova'], ['Adam Branimirova']],
    ['ORGANIZATION', ['Brackwater Ropes Ltd'], ['BRACKWATER ROPES LIMITED']],
  ] as const)('is the same for a %s %s as %s', (kind, some, others) => {
    expect(placeOf(kind, ...some)).toBe(placeOf(kind, ...others));
    expect(placeOf(kind, ...some)).not.toBe('');
  });

  test('is another for other names, and none without any', () => {
    expect(placeOf('PERSON', 'Ada Branimirova')).not.toBe(placeOf('PERSON', 'Ada Brackwater'));
    expect(placeOf('PERSON')).toBe('');
  });
});
