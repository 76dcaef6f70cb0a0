import { expect, test } from 'vitest';
import { domains } from '../../../shared/domain/domains.js';
import { recordTypesOf } from '../../../subgraphs/wire.js';

const types = recordTypesOf(domains);

test.each(types.map((type) => [type.name, type] as const))(
  'the label and the embargo of a %s can be filtered by, and decided by',
  (_, type) => {
    expect(types.length).toBeGreaterThan(9);
    expect(type.keys['tlp']).toMatchObject({ kind: 'text', path: ['handling', 'tlp'] });
    expect(type.keys['embargoUntil']).toMatchObject({ kind: 'instant', path: ['handling', 'embargoUntil'] });
  },
);
