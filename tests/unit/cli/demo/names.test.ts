import { describe, expect, it } from 'vitest';
import { countParts, partAt } from '../../../../cli/demo/names/name-part.js';
import { romanisations, scripts } from '../../../../cli/demo/names/scripts.js';
import { writePart } from '../../../../cli/demo/names/write-part.js';
import { foldText } from '../../../../shared/domain/text.js';

describe('invented name parts', () => {
  it('are at least 50,000, and each is written differently in every script and romanisation', () => {
    const styles = [
      ...scripts.map((script) => ({ script, romanisation: romanisations[0] })),
      ...romanisations.map((romanisation) => ({ script: scripts[0], romanisation })),
    ];
    for (const { script, romanisation } of styles) {
      const seen = new Set<string>();
      for (let i = 0; i < 50_000; i++) {
        seen.add(foldText(writePart(partAt(i, 3), script, romanisation)));
      }
      expect(seen.size, `${script} ${romanisation}`).toBe(50_000);
    }
  });

  it('number every part once', () => {
    const seen = new Set<string>();
    for (let i = 0; i < countParts(2); i++) {
      seen.add(writePart(partAt(i, 2), 'Latn'));
    }
    expect(seen.size).toBe(countParts(2));
    expect(() => partAt(countParts(2), 2)).toThrow('a name part has a number below their count');
  });

  it.each([
    ['Latn', 'Chidomun'],
    ['Cyrl', 'Чидомун'],
    ['Grek', 'Τσιντόμουν'],
    ['Arab', 'تشيدومون'],
    ['Hang', '치도문'],
    ['Geor', 'ჩიდომუნ'],
  ] as const)('are transliterated sound by sound to %s', (script, expected) => {
    const part = [
      { onset: 8, vowel: 2, coda: 0 },
      { onset: 2, vowel: 3, coda: 0 },
      { onset: 4, vowel: 4, coda: 1 },
    ];
    expect(writePart(part, script)).toBe(expected);
  });

  it.each([
    ['plain', 'Jachuha'],
    ['french', 'Djatchoukha'],
    ['scholarly', 'Džačuha'],
  ] as const)('are romanised in the %s way', (romanisation, expected) => {
    const part = [
      { onset: 7, vowel: 0, coda: 0 },
      { onset: 8, vowel: 4, coda: 0 },
      { onset: 12, vowel: 0, coda: 0 },
    ];
    expect(writePart(part, 'Latn', romanisation)).toBe(expected);
  });
});
