import { describe, expect, it } from 'vitest';
import { countryCodeOf } from '../../../../shared/importing/iso-countries.js';

describe('countries by their English names', () => {
  it.each([
    ['United Kingdom', 'GB'],
    ['united states', 'US'],
    ['United States of America', 'US'],
    ['Russia', 'RU'],
    ['Germany', 'DE'],
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
    ['Palestine', 'PS'],
    ['Kosovo', 'XK'],
    ['Vatican City', 'VA'],
    ['Hong Kong', 'HK'],
    ["Côte d'Ivoire", 'CI'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Isle of Man', 'IM'],
    ['Saint Lucia', 'LC'],
    ['South Korea', 'KR'],
    ['Freedonia', undefined],
    ['European Union', undefined],
    ['Soviet Union', undefined],
    ['', undefined],
  ])('%j is %s', (name, code) => {
    expect(countryCodeOf(name)).toBe(code);
  });
});
