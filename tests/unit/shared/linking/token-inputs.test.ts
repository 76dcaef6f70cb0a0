import { describe, expect, test } from 'vitest';
import type { TokenFacts } from '../../../../shared/linking/token-facts.js';
import { tokenInputs } from '../../../../shared/linking/token-inputs.js';

const facts: TokenFacts = {
  ...{ kind: 'PERSON', names: [], birthYear: undefined, countries: [], identifiers: [] },
};
const inputsOf = (more: Partial<TokenFacts>) => tokenInputs({ ...facts, ...more });

describe('the texts that tokens are made of', () => {
  test('are the same for two spellings of an identifier, and others for another scheme', () => {
    const of = (scheme: string, id: string) => inputsOf({ identifiers: [{ scheme, id }] }).identifiers;
    expect(of('gb-coh', '1234567')).toEqual(of('GB-COH', '01 234 567'));
    expect(of('GB-COH', '01234567')).not.toEqual(of('GB-CHC', '01234567'));
  });

  test('are none for an identifier that several share, since a shared token alone is taken for the same party', () => {
    const identifiers = ['XI-PHONE', 'XI-EMAIL', 'XI-VAT', 'XI-URL'].map((scheme) => ({
      scheme,
      id: 'GB1234',
    }));
    expect(inputsOf({ identifiers }).identifiers).toEqual([]);
  });

  test('are of a name alone, with the year, with each country, and with both', () => {
    const { names } = inputsOf({ names: ['Ada Invented'], birthYear: '1970', countries: ['PT', 'GB'] });
    const [name] = names
      .map((text): unknown => JSON.parse(text))
      .flatMap((of) => (Array.isArray(of) ? [of[2]] : []));
    expect(names.map((text): unknown => JSON.parse(text))).toEqual(
      [null, '1970'].flatMap((year) =>
        [null, 'GB', 'PT'].map((country) => ['name', 'PERSON', name, year, country]),
      ),
    );
    expect(inputsOf({ names: ['INVENTED, Ada'] }).names).toEqual(inputsOf({ names: ['Ada Invented'] }).names);
  });

  test('are bounded, however much a record has', () => {
    const of = (count: number, text: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => text(i));
    const { names, identifiers } = inputsOf({
      names: of(20, (i) => `Ada ${'ab'.repeat(i + 1)}`),
      birthYear: '1970',
      countries: of(9, (i) => `A${i}`),
      identifiers: of(90, (i) => `${i + 10_000_000}`).map((id) => ({ scheme: 'GB-COH', id })),
    });
    expect([names.length, identifiers.length]).toEqual([8 * 2 * 5, 50]);
  });
});
