import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import { createDomainServer } from '../../shared/kit/create-domain-server.js';
import { createMemberContext } from '../../shared/kit/create-member-context.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { memoryStore } from '../fixtures/start-test-member.js';
import { testNow } from '../fixtures/test-hub-keys.js';

const federation = 'https://specs.apollo.dev/federation/v2.9';
const person = (...scopes: readonly string[]): Caller =>
  freezeCaller({ ...anonymousCaller, kind: 'person', subject: 'p', scopes });

/** Asks a member for berths of its own extension and tells which of its resolvers ran. */
async function ask(sdl: string, caller: Caller) {
  const ran: string[] = [];
  const resolve = (name: string) => () => {
    ran.push(name);
    return name;
  };
  const module = {
    domain: 'ext-harbour-watch',
    sdl,
    resolvers: {
      Query: { harbourWatch_berth: () => ({}) },
      HarbourWatch_Berth: { master: resolve('master'), depth: resolve('depth') },
    },
  };
  const policy = contractPolicy('harbour-watch', undefined, [module]);
  const server = await createDomainServer({
    ...{ module, policy, limits: { depth: 10, tokens: 1000 } },
    ...{ logger: pino({ level: 'silent' }), now: testNow },
  });
  const decisions = policy.decide(caller, testNow());
  const context = createMemberContext({
    ...{ requestId: 'test-request', decisions, uses: new Map(), store: memoryStore() },
  });
  const query = '{ harbourWatch_berth { master depth } }';
  const { body } = await server.executeOperation({ query }, { contextValue: context });
  await server.stop();
  const { data, errors } = body.kind === 'single' ? body.singleResult : {};
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: errors?.map(({ path }) => path), ran };
}

const berth = (scopes: string, authenticated: string) =>
  `type Query { harbourWatch_berth: HarbourWatch_Berth }
   type HarbourWatch_Berth { master: String ${scopes}(scopes: [["ports"]]) depth: String ${authenticated} }`;

const link = (imports: string, as = '') =>
  `extend schema @link(url: "${federation}", import: [${imports}]${as})`;

describe("directives of a member's own schema protect it", () => {
  const schemas: [string, string][] = [
    [
      'by their names',
      `${link('"@requiresScopes", "@authenticated"')} ${berth('@requiresScopes', '@authenticated')}`,
    ],
    [
      'renamed',
      `${link('{ name: "@requiresScopes", as: "@needs" }, { name: "@authenticated", as: "@known" }')} ${berth('@needs', '@known')}`,
    ],
    [
      'in a namespace',
      `${link('"@key"')} ${berth('@federation__requiresScopes', '@federation__authenticated')}`,
    ],
    [
      'in a namespace of another name',
      `${link('"@key"', ', as: "fed"')} ${berth('@fed__requiresScopes', '@fed__authenticated')}`,
    ],
  ];
  // Of what an extension says nothing of, a sign-in is asked: nobody does not even come to a berth.
  const callers: [string, Caller, object | null, readonly string[]][] = [
    ['nobody', anonymousCaller, null, ['']],
    ['somebody', person(), { master: null, depth: 'depth' }, ['.master']],
    ['who has the scope', person('ports'), { master: 'master', depth: 'depth' }, []],
  ];
  const rows = schemas.flatMap(([how, sdl]) =>
    callers.map(([who, caller, given, denied]) => ({ how, sdl, who, caller, given, denied })),
  );

  test.each(rows)('$how, against $who', async ({ sdl, caller, given, denied }) => {
    const { data, errors, ran } = await ask(sdl, caller);
    expect(data).toEqual({ harbourWatch_berth: given });
    expect(errors?.map((path) => path?.join('.')) ?? []).toEqual(
      denied.map((name) => `harbourWatch_berth${name}`),
    );
    expect(ran).toEqual(Object.values(given ?? {}).filter((value) => value !== null));
  });
});
