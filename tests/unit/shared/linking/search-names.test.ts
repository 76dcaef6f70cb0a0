import { describe, expect, test } from 'vitest';
import { searchNames } from '../../../../shared/linking/search-names.js';
import { subjectKeys } from '../../../../shared/linking/subject-keys.js';
import { linkSubject } from '../../../fixtures/link-subjects.js';

describe('a search for a name', () => {
  test.each([
    ['Iryna Koval', 'Iryna Koval', 0],
    ['koval IRYNA', 'Iryna Koval', 0],
    ['Ірина Коваль', 'Iryna Koval', 0],
    ['Koval', 'Iryna Koval', 1],
    ['Papadopoulos', 'Νίκος Παπαδόπουλος', 1],
    ['Muhammad', 'محمد', 0],
    ['محمد', 'Muhammad', 0],
    ['Mohammed', 'Muhammad', 0],
    ['Koval', 'كوفال', 1],
    ['Kim', '김', 1],
  ])('"%s" finds "%s" at distance %d, by keys that it has', (asked, full, distance) => {
    const search = searchNames(asked);
    const subject = linkSubject('x', { names: [{ full }] });
    expect(search.distance(subject)).toBe(distance);
    expect(subjectKeys(subject)).toEqual(expect.arrayContaining([...search.keys]));
  });

  test.each([
    ['Iryna Koval', 'Iryna Petrova'],
    ['Koval', 'Kaval'],
    ['Koval Petrov', 'Koval'],
  ])('"%s" does not find "%s"', (asked, full) => {
    expect(searchNames(asked).distance(linkSubject('x', { names: [{ full }] }))).toBeUndefined();
  });

  test('finds all its words in one name, not in two', () => {
    const subject = linkSubject('x', { names: [{ full: 'Iryna Petrova' }, { full: 'Oleh Koval' }] });
    expect(searchNames('Iryna Koval').distance(subject)).toBeUndefined();
    expect(searchNames('Koval').distance(subject)).toBe(1);
  });

  test('finds an organisation without its legal form', () => {
    const subject = linkSubject('x', { kind: 'ORGANIZATION', names: [{ full: 'Koval Trading LLC' }] });
    expect(searchNames('Koval Trading').distance(subject)).toBe(0);
    expect(searchNames('Koval Trading LLC').distance(subject)).toBe(0);
    expect(subjectKeys(subject)).toEqual(expect.arrayContaining([...searchNames('Koval Trading Ltd').keys]));
  });

  test.each(['', ' - ', '…'])('"%s" asks for nothing', (text) => {
    expect(searchNames(text)).toMatchObject({ words: 0, keys: [] });
  });
});
