import { describe, expect, it } from 'vitest';
import { cutRepresentations } from '../../../../gateway/plan/cut-representations.js';
import { namespaceOf } from '../../../../gateway/plan/extension.js';
import { readExtension } from '../../../../gateway/plan/extension-schema.js';
import { readMemberId } from '../../../../shared/domain/ids.js';

const { schema } = readExtension({
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external"])
    type Organization @key(fields: "id") { id: ID! name: String @external parent: Organization @external harbourWatch_a: Int }
    type HarbourWatch_Ship @key(fields: "id flag") { id: ID! flag: String owner: Organization }`,
});
const namespace = namespaceOf(readMemberId('harbour-watch'));

function cut(representation: unknown, ...received: string[]) {
  const rules = { namespace, schema, received: new Set(received) };
  const { representations, cut: taken } = cutRepresentations([representation], rules);
  return { sent: representations[0], taken: [...taken] };
}

describe('what an extension is sent of others', () => {
  const party = { __typename: 'Organization', id: 'a:1', name: 'Blue Quay Ltd' };

  it.each<[string, unknown, string[], unknown, string[]]>([
    ['is ids alone', party, [], { __typename: 'Organization', id: 'a:1' }, ['Organization.name']],
    ['is what their owners list', party, ['Organization.name'], party, []],
    [
      'is not what is listed of another type',
      party,
      ['Person.name'],
      { __typename: 'Organization', id: 'a:1' },
      ['Organization.name'],
    ],
    [
      'is no more within what is listed',
      { ...party, parent: { id: 'a:2', name: 'Red Quay Ltd', parent: [{ id: 'a:3', name: 'Quays' }] } },
      ['Organization.parent'],
      { __typename: 'Organization', id: 'a:1', parent: { id: 'a:2', parent: [{ id: 'a:3' }] } },
      ['Organization.name'],
    ],
    [
      'is its own in full, and what others serve within it as elsewhere',
      {
        __typename: 'HarbourWatch_Ship',
        id: 'harbour-watch:1',
        flag: 'XX',
        owner: { id: 'a:1', name: 'Quays' },
      },
      [],
      { __typename: 'HarbourWatch_Ship', id: 'harbour-watch:1', flag: 'XX', owner: { id: 'a:1' } },
      ['Organization.name'],
    ],
    [
      'is its own field of their type',
      { __typename: 'Organization', id: 'a:1', harbourWatch_a: 1, harbourWatch_: 2 },
      [],
      { __typename: 'Organization', id: 'a:1', harbourWatch_a: 1 },
      ['Organization.harbourWatch_'],
    ],
    ['is what is no object as it is', null, [], null, []],
  ])('%s', (_, representation, received, sent, taken) => {
    expect(cut(representation, ...received)).toEqual({ sent, taken });
  });
});
