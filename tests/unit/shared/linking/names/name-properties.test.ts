import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countParts, partAt } from '../../../../../cli/demo/names/name-part.js';
import { romanisations, scripts } from '../../../../../cli/demo/names/scripts.js';
import { writePart } from '../../../../../cli/demo/names/write-part.js';
import { subjectKinds } from '../../../../../shared/linking/link-subject.js';
import { compareNames } from '../../../../../shared/linking/names/compare-names.js';
import { nameKeys } from '../../../../../shared/linking/names/name-keys.js';
import { nameTerms } from '../../../../../shared/linking/names/name-terms.js';
import { normalizedName } from '../../../../../shared/linking/names/normalized-name.js';
import { parseName } from '../../../../../shared/linking/names/parse-name.js';
import { most } from '../../../../../shared/linking/names/parsed-name.js';
import { sameNameThreshold } from '../../../../../shared/linking/names/threshold.js';

const kinds = fc.constantFrom(...subjectKinds);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);
/** Words that names have, in several scripts, so that there is something to compare. */
const words = fc.constantFrom(
  ...'anna bin Omar al- Müller мария Ivanovna Ιωάννης 김 대중 周恩来 محمد الكواكبي Ltd ООО II 7 bank van der Berg J. de'.split(
    ' ',
  ),
);
const names = fc.oneof(
  anyText,
  fc.array(words, { minLength: 1, maxLength: 7 }).map((some) => some.join(' ')),
);

describe('whatever the names are', () => {
  test('taking one apart does not throw, and what comes out is bounded', () => {
    fc.assert(
      fc.property(names, kinds, (text, kind) => {
        const name = parseName(text, kind);
        expect(name.tokens.length).toBeLessThanOrEqual(most.tokens);
        expect(nameKeys(name).length).toBeLessThan(150);
        expect(new Set(nameTerms(name)).size).toBe(nameTerms(name).length);
        expect(normalizedName(name)).toBe(normalizedName(parseName(text, kind)));
      }),
    );
  });

  test('comparing is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(names, names, kinds, (a, b, kind) => {
        const [x, y] = [parseName(a, kind), parseName(b, kind)];
        const score = compareNames(x, y);
        expect(compareNames(y, x)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test('a name with words is like itself', () => {
    fc.assert(
      fc.property(names, kinds, (text, kind) => {
        const name = parseName(text, kind);
        fc.pre(name.tokens.length > 0);
        expect(compareNames(name, parseName(text, kind))).toBe(1);
      }),
    );
  });

  test('a name of nothing is like none, and a person like no organisation', () => {
    const nothing = parseName(' … ', 'PERSON');
    expect(compareNames(nothing, nothing)).toBe(0);
    expect(compareNames(parseName('Acme', 'PERSON'), parseName('Acme', 'ORGANIZATION'))).toBe(0);
  });

  test('long names take no longer than names of the greatest length', () => {
    const long = ['a'.repeat(100_000), 'a.'.repeat(50_000), 'الا '.repeat(30_000), "'".repeat(100_000)];
    const startedAt = performance.now();
    for (const kind of subjectKinds) {
      for (const text of long) {
        const name = parseName(text, kind);
        compareNames(name, parseName(`b${text}`, kind));
        nameKeys(name);
      }
    }
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

/** A word of three syllables that is invented: no title, no particle, no frequent name. */
const parts = fc.nat(countParts(3) - 1).map((number) => partAt(number, 3));
const spellings = fc.record({
  script: fc.constantFrom(...scripts),
  romanisation: fc.constantFrom(...romanisations),
});

describe('invented names in any script of the demo', () => {
  test('the order of a person’s names does not matter', () => {
    fc.assert(
      fc.property(parts, parts, parts, spellings, ([...a], [...b], [...c], { script, romanisation }) => {
        const written = [a, b, c].map((part) => writePart(part, script, romanisation));
        const name = parseName(written.join(' '), 'PERSON');
        const turned = parseName([...written].reverse().join(' '), 'PERSON');
        expect(compareNames(name, turned)).toBe(1);
        expect(normalizedName(name)).toBe(normalizedName(turned));
      }),
    );
  });

  test('two spellings of one name reach the threshold, share keys and terms, and are one text', () => {
    fc.assert(
      fc.property(parts, parts, spellings, spellings, (given, family, one, other) => {
        const [a, b] = [one, other].map(({ script, romanisation }) =>
          parseName(
            `${writePart(given, script, romanisation)} ${writePart(family, script, romanisation)}`,
            'PERSON',
          ),
        );
        if (a === undefined || b === undefined) {
          return;
        }
        expect(normalizedName(a)).toBe(normalizedName(b));
        expect(nameTerms(a)).toEqual(nameTerms(b));
        expect(nameKeys(a).filter((key) => nameKeys(b).includes(key)).length).toBeGreaterThan(2);
        expect(compareNames(a, b)).toBeGreaterThanOrEqual(sameNameThreshold);
      }),
      { numRuns: 500 },
    );
  });
});
