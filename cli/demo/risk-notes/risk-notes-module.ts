import { readFileSync } from 'node:fs';
import type { SubgraphModule } from '../../../shared/kit/subgraph-module.js';
import type { RiskNote } from './risk-note.js';

/** Where the member serves it: `/risk-notes/graphql`. */
export const riskNotesName = 'risk-notes';

/** The extension's federation schema, as the member gives it to the hub. */
export function readRiskNotesSdl(): string {
  return readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
}

/** The demo's extension subgraph: notes of one member about organisations of all. */
export function createRiskNotesModule(notes: readonly RiskNote[]): SubgraphModule {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const byParty = new Map<string, RiskNote[]>();
  for (const note of notes) {
    for (const party of note.parties) {
      byParty.set(party, [...(byParty.get(party) ?? []), note]);
    }
  }
  return {
    domain: riskNotesName,
    sdl: readRiskNotesSdl(),
    resolvers: {
      Query: {
        harbourWatch_riskNotes: (_: unknown, { level }: { readonly level?: RiskNote['level'] | null }) =>
          notes.filter((note) => (level ?? note.level) === note.level),
      },
      Organization: {
        harbourWatch_riskNotes: ({ id }: { readonly id: string }) => byParty.get(id) ?? [],
      },
      HarbourWatch_RiskNote: {
        __resolveReference: ({ id }: { readonly id: string }) => byId.get(id) ?? null,
      },
    },
  };
}
