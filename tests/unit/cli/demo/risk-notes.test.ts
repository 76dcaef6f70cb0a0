import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { demoMembers } from '../../../../cli/demo/coalition.js';
import { generateRiskNotes, type KnownParty } from '../../../../cli/demo/risk-notes/generate-risk-notes.js';
import type { RiskNote } from '../../../../cli/demo/risk-notes/risk-note.js';
import {
  createRiskNotesModule,
  readRiskNotesSdl,
} from '../../../../cli/demo/risk-notes/risk-notes-module.js';
import { checkExtension } from '../../../../gateway/plan/check-extension.js';
import { noRecipients } from '../../../../gateway/plan/recipients.js';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { invariant } from '../../../../shared/errors/invariant.js';

const member = demoMembers.find(({ extension }) => extension === 'risk-notes');
invariant(member, 'a member of the demo brings the extension');

function knownBy(identity: string, ...members: string[]): KnownParty[] {
  return members.map((id) => ({ party: `${id}:o-${identity}`, identity }));
}

describe('the generated notes', () => {
  const known = [
    ...knownBy('company-GE-2', 'b', 'a', 'd', 'c', 'f', 'e'),
    ...knownBy('company-GE-1', 'a', 'b', 'c', 'd', 'e', 'f', 'g'),
    ...knownBy('company-GE-3', 'a', 'b', 'c', 'd', 'e'),
    ...knownBy('person-GE-1', 'a', 'b', 'c', 'd', 'e', 'f'),
  ];

  it('are about companies that six members know, under all the ids they have for them', () => {
    expect(generateRiskNotes(member, 'seed', known).map(({ parties }) => parties)).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => `${id}:o-company-GE-1`),
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `${id}:o-company-GE-2`),
    ]);
  });

  it('are the same for the same seed, say that they are invented, and have ids of their member', () => {
    const notes = generateRiskNotes(member, 'seed', known);
    expect(generateRiskNotes(member, 'seed', [...known].reverse())).toEqual(notes);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
    for (const note of notes) {
      expect(note.text).toMatch(/^Invented: /);
      expect(note.id).toMatch(new RegExp(`^${member.id}:note-`));
    }
  });
});

describe('the extension subgraph', () => {
  const notes: RiskNote[] = [
    { id: 'harbour-watch:note-1', level: 'LOW', text: 'one', notedOn: '2024', parties: ['a:o-1', 'b:o-1'] },
    { id: 'harbour-watch:note-2', level: 'HIGH', text: 'two', notedOn: '2025-02', parties: ['a:o-1'] },
  ];
  const { sdl, resolvers } = createRiskNotesModule(notes);
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  const ask = async (source: string, variableValues: Readonly<Record<string, unknown>> = {}) =>
    await graphql({ schema, source, variableValues });

  it('keeps to the rules for extensions and composes with a graph that has organisations', () => {
    const rest = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
      type Query { organization: Organization }
      type Organization @key(fields: "id", resolvable: false) @shareable { id: ID! name: String }`;
    expect(
      checkExtension(
        { member: readMemberId(member.id), sdl },
        {
          graphTypes: new Set(['Query', 'Organization']),
          recipients: noRecipients,
        },
      ),
    ).toEqual([]);
    const composed = composeServices([
      { name: 'rest', url: 'http://rest', typeDefs: parse(rest) },
      { name: 'ext-harbour-watch', url: 'http://ext', typeDefs: parse(readRiskNotesSdl()) },
    ]);
    expect(composed.errors).toBeUndefined();
  });

  it.each([
    ['{ harbourWatch_riskNotes { id } }', ['harbour-watch:note-1', 'harbour-watch:note-2']],
    ['{ harbourWatch_riskNotes(level: null) { id } }', ['harbour-watch:note-1', 'harbour-watch:note-2']],
    ['{ harbourWatch_riskNotes(level: HIGH) { id } }', ['harbour-watch:note-2']],
    ['{ harbourWatch_riskNotes(level: MEDIUM) { id } }', []],
  ])('answers %s', async (query, ids) => {
    expect(await ask(query)).toEqual({ data: { harbourWatch_riskNotes: ids.map((id) => ({ id })) } });
  });

  it('finds its notes by any member’s id of an organisation, and none for one it does not know', async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Organization { id harbourWatch_riskNotes { text } }
        ... on HarbourWatch_RiskNote { text level notedOn }
      }
    }`;
    const organizations = ['b:o-1', 'a:o-1', 'c:o-9'].map((id) => ({ __typename: 'Organization', id }));
    const asked = ['harbour-watch:note-2', 'harbour-watch:note-9'].map((id) => ({
      __typename: 'HarbourWatch_RiskNote',
      id,
    }));
    expect(await ask(query, { representations: [...organizations, ...asked] })).toEqual({
      data: {
        _entities: [
          { id: 'b:o-1', harbourWatch_riskNotes: [{ text: 'one' }] },
          { id: 'a:o-1', harbourWatch_riskNotes: [{ text: 'one' }, { text: 'two' }] },
          { id: 'c:o-9', harbourWatch_riskNotes: [] },
          { text: 'two', level: 'HIGH', notedOn: '2025-02' },
          null,
        ],
      },
    });
  });
});
