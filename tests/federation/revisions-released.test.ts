import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HeaderMap } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { AnswerProvenance } from '../../gateway/fanout/answer-provenance.js';
import type { RequestScope } from '../../gateway/fanout/request-scope.js';
import { formatError } from '../../gateway/http/format-error.js';
import { composeSupergraph } from '../../gateway/plan/compose.js';
import { readForeignPolicy } from '../../gateway/plan/graph-policy.js';
import { createLocalDataSource } from '../../gateway/plan/local-data-source.js';
import { createRevision, type Revision } from '../../gateway/plan/revision.js';
import { createRevisions, type Revisions } from '../../gateway/plan/revisions.js';
import { anonymousCaller } from '../../shared/identity/caller.js';

// The gateway would report to its maker out of a test as well.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const logger = pino({ level: 'silent' });

function revisionWith(field: string): Promise<Revision> {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { ${field}: Int }`;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: { Query: { [field]: () => 1 } } });
  const supergraphSdl = composeSupergraph([{ name: 'one', sdl }]);
  return createRevision({
    supergraphSdl,
    policy: readForeignPolicy(supergraphSdl, { open: true }),
    dataSourceFor: () => createLocalDataSource(schema),
    formatError,
    plugins: [],
    maxTokens: 1000,
    logger,
  });
}

function ask(revisions: Revisions, query: string): Promise<string> {
  const contextValue: RequestScope = {
    requestId: 'r',
    signal: new AbortController().signal,
    deadlineAt: performance.now() + 10_000,
    ask: undefined,
    completeness: 'BEST_EFFORT',
    access: 'FILTER',
    caller: anonymousCaller,
    callerDigest: 'test',
    provenance: new AnswerProvenance(),
    headersFor: async () => ({}),
  };
  const http = { method: 'POST', headers: new HeaderMap(), search: '', body: {} };
  return revisions.run(async ({ server }) => {
    const { body } = await server.executeOperation({ query, http }, { contextValue });
    return JSON.stringify(body.kind === 'single' ? body.singleResult : null);
  });
}

async function collectAll(): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
}

describe('retired revisions', () => {
  it('answer what began on them, and none is reachable after its last request', {
    timeout: 60_000,
  }, async () => {
    const revisions = createRevisions(() => undefined);
    const references: WeakRef<Revision>[] = [];
    const retire = async (round: number): Promise<void> => {
      const revision = await revisionWith(`f${round}`);
      references.push(new WeakRef(revision));
      revisions.replace(revision);
    };
    await retire(0);
    for (let round = 1; round <= 5; round += 1) {
      const underWay = ask(revisions, `{ f${round - 1} }`);
      await retire(round);
      expect(await underWay).toBe(`{"data":{"f${round - 1}":1}}`);
      expect(await ask(revisions, `{ f${round} }`)).toBe(`{"data":{"f${round}":1}}`);
    }
    await collectAll();
    expect(references.slice(0, -1).map((reference) => reference.deref()?.id)).toEqual(
      Array(5).fill(undefined),
    );
    expect(references.at(-1)?.deref()?.id).toBe(revisions.current?.id);
    await revisions.stop();
  });
});
