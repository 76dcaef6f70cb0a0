import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphqlSync, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createInProcessProviderClient } from '../../../../../gateway/members/in-process-provider-client.js';
import {
  type ContractCheckOptions,
  checkContracts,
} from '../../../../../gateway/plan/registry/check-contracts.js';
import type { MemberDescription } from '../../../../../shared/identity/member-description.js';
import { registryEntry } from '../../../../fixtures/registry-entries.js';

const sdl = readFileSync(new URL('../../../../../subgraphs/budgets/schema.graphql', import.meta.url), 'utf8');
const served = printed(sdl);
const url = 'http://members.invalid/alpha';

/** What a member's server says its schema is. */
function printed(contract: string): string {
  const schema = buildSubgraphSchema({ typeDefs: parse(contract) });
  const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  const answer: { _service: { sdl: string } } = JSON.parse(JSON.stringify(data));
  return answer._service.sdl;
}

function description(contractVersion = '1.1.0'): MemberDescription {
  const { providers, ...rest } = registryEntry('alpha').description;
  return { ...rest, providers: providers.map((provider) => ({ ...provider, url, contractVersion })) };
}

function options(answer: () => Promise<unknown>): ContractCheckOptions {
  return {
    contracts: [{ name: 'budgets', sdl }],
    client: createInProcessProviderClient({ [url]: answer }),
    headersFor: async () => ({}),
    deadlineMs: 100,
  };
}

const serving = (text: string) => options(async () => ({ data: { _service: { sdl: text } } }));
const renamed = (text: string, definition: string, by: string) => {
  expect(text).toContain(definition);
  return text.replace(definition, by);
};

describe('what a member serves when it registers', () => {
  it('passes when it is the contract, asked with the headers of the hub', async () => {
    let body: unknown;
    let headers: unknown;
    await checkContracts(description(), {
      ...serving(served),
      client: {
        ask: async (request) => {
          body = JSON.parse(request.body);
          headers = request.headers;
          return { outcome: 'answered', httpStatus: 200, body: { data: { _service: { sdl } } }, bytes: 1 };
        },
      },
      headersFor: async ({ member, domain }, text) => ({
        authorization: `${member} ${domain} ${text.length}`,
      }),
    });
    expect(body).toEqual({ query: '{ _service { sdl } }' });
    expect(headers).toEqual({ authorization: 'alpha budgets 32' });
  });

  it('is refused with every fault of every kind', async () => {
    const text = renamed(
      renamed(served, '\nscalar Pap\n', '\nscalar Pep\n'),
      '\ntype Audit ',
      '\ntype Audits ',
    );
    await expect(checkContracts(description(), serving(text))).rejects.toMatchObject({
      code: 'BAD_CONTRACT',
      message:
        'Expected schemas that keep to the contracts, got 4 faults: [budgets] "Pap" is missing; [budgets] "Audit" is missing; [budgets] "Pep" is not in the contract; [budgets] "Audits" is not in the contract.',
    });
  });

  it('is linted', async () => {
    const text = `${served}\ndirective @requiresScope on FIELD_DEFINITION`;
    await expect(checkContracts(description(), serving(text))).rejects.toMatchObject({
      code: 'BAD_CONTRACT',
      message: expect.stringContaining('"@requiresScope" is defined here'),
    });
  });

  const more = `${sdl}\ntype More @since(version: "1.2.0") { a: Int }`;
  it.each([
    ['another major version', '2.0.0', sdl, served, 'expected a version of the form 1.x.y, got 2.0.0'],
    ['a later minor version with more', '1.2.0', sdl, `${served}\ntype More { a: Int }`, null],
    [
      'the same version with more',
      '1.1.0',
      sdl,
      `${served}\ntype More { a: Int }`,
      '"More" is not in the contract',
    ],
    ['an earlier version, without what came since', '1.1.0', more, served, null],
    [
      'an earlier version, without what it had',
      '1.1.0',
      more,
      renamed(served, '\nscalar Pap\n', '\nscalar Pep\n'),
      '"Pap" is missing',
    ],
    ['the newest version, without what it has', '1.2.0', more, served, '"More" is missing'],
  ])('in %s', async (_, version, contract, text, fault) => {
    const contracts = [{ name: 'budgets' as const, sdl: contract }];
    const checked = checkContracts(description(version), { ...serving(text), contracts });
    if (fault === null) {
      await checked;
    } else {
      await expect(checked).rejects.toMatchObject({
        code: 'BAD_CONTRACT',
        message: expect.stringContaining(fault),
      });
    }
  });

  it.each([
    ['refuses the connection', () => Promise.reject(new Error('refused')), 'it could not be reached'],
    ['is mute', () => new Promise<never>(() => undefined), 'it gave no answer'],
    [
      'answers with something else',
      async () => ({ data: { _service: { sdl: 7 } } }),
      'it answered without one',
    ],
    ['answers with an error', async () => ({ errors: [{ message: 'secret' }] }), 'it answered without one'],
    ['answers with no GraphQL', async () => 'secret', 'it answered without one'],
  ])('of a member that %s is refused in one line', async (_, answer, came) => {
    await expect(checkContracts(description(), options(answer))).rejects.toMatchObject({
      code: 'MEMBER_UNAVAILABLE',
      message: `Expected the schema of "budgets" from member "alpha" within 100 ms, ${came}.`,
    });
  });
});
