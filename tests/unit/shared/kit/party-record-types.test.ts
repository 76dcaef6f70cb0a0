import { describe, expect, it } from 'vitest';
import { partyRecordTypes } from '../../../../shared/kit/party-record-types.js';
import { scalarKeysOf, termsOf } from '../../../../shared/store/keys-of.js';

const body = {
  handling: {},
  provenance: {},
  name: 'Éva  Példa',
  names: [{ full: 'Eva Example', type: 'TRANSLATION' }],
  identifiers: [{ scheme: 'XI-WIKIDATA', id: 'Q1' }],
  countries: ['HU', 'GB'],
};

describe('how parties are kept', () => {
  it.each(partyRecordTypes.map((type) => [type.name, type] as const))(
    'finds a %s by every name, its identifiers and its countries',
    (_, type) => {
      expect(scalarKeysOf(type, body)).toEqual({
        name: 'eva pelda',
        tlp: null,
        embargoUntil: null,
      });
      expect(termsOf(type, body).toSorted()).toEqual(
        [
          '~eva',
          '~pelda',
          '~example',
          'countries=',
          'countries=GB',
          'countries=HU',
          'identifier=',
          'identifier=XI-WIKIDATA:Q1',
        ].sort(),
      );
    },
  );

  it('are persons and organisations', () => {
    expect(partyRecordTypes.map(({ name }) => name)).toEqual(['Person', 'Organization']);
  });
});
