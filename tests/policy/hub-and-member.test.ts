import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileMemberPolicy } from '../../shared/policy/compile-member-policy.js';
import type { MemberPolicy } from '../../shared/policy/member-policy.js';
import { parsePolicy } from '../../shared/policy/parse-policy.js';
import { recordTypesOf } from '../../subgraphs/wire.js';
import { type HttpCoalition, startHttpCoalition } from '../fixtures/http-coalition.js';
import { inventedDeclaration } from '../fixtures/invented-records.js';
import { callerHeaders, issuerOfTests } from '../fixtures/policy-coalition.js';

const domain = 'asset-declarations';
const contract = parse(
  readFileSync(new URL(`../../subgraphs/${domain}/schema.graphql`, import.meta.url), 'utf8'),
);

/** The same rules at both members. */
const fileOf = (member: string) => `
version: 1
member: ${member}
tests: ./policy.tests.yaml
rules:
  - field: Declaration.title
    read: { scopes: [["declarations:personal"]] }
  - field: Declarant.post
    read: { org: [${member}] }
  - field: Declaration.regime
    read: { purpose: [INVESTIGATION] }
    otherwise: { withhold: { reason: PURPOSE, requestAccessUrl: "https://desk.example/ask" } }
  - field: Declaration.country
    read: { authenticated: true }
`;

/** Alder tells the hub its rules, birch keeps them to itself: the hub must find out by asking. */
function policyOf(member: string): MemberPolicy {
  const policy = compileMemberPolicy({
    file: parsePolicy(fileOf(member), 'policy.yaml'),
    ...{ member, contracts: [contract], recordTypes: recordTypesOf([domain]), tokenSecret: 'test' },
  });
  return member === 'alder' ? policy : { ...policy, published: { ...policy.published, fields: {} } };
}

let coalition: HttpCoalition;
/** Bodies of the questions to each member. */
const sent = { alder: '', birch: '' };

beforeAll(async () => {
  coalition = await startHttpCoalition({
    ...{ domain, policyOf },
    records: { alder: inventedDeclaration(1), birch: inventedDeclaration(1) },
    file: { identity: { issuers: [issuerOfTests] } },
  });
  for (const id of ['alder', 'birch'] as const) {
    const member = coalition.members.get(id);
    if (member !== undefined) {
      member.fault = async ({ response, body, real }) => {
        sent[id] += body;
        response.end(await real());
      };
    }
  }
  await untilAlderIsKnown();
});
afterAll(async () => {
  await coalition.stop();
});

async function untilAlderIsKnown(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    sent.alder = '';
    await coalition.hub.ask('{ declarations { edges { node { id title } } } }');
    if (sent.alder !== '' && !sent.alder.includes('title')) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Expected a hub that knows what alder publishes.');
}

const callers = {
  anonymous: async () => ({}),
  person: () => callerHeaders({ org: 'civic-charts', scope: 'declarations:personal' }),
  investigator: () => callerHeaders({ org: 'civic-charts', purposes: 'INVESTIGATION' }),
};

const list = (args: string, selection: string) =>
  `{ declarations${args} { edges { node { id ${selection} } } totalCount { value relation } } }`;

describe('a member that tells the hub its policy and one that does not', () => {
  const questions: [string, string, string][] = [
    ['a field that is denied', list('', 'title'), 'title'],
    ['a field further down', list('', 'declarant { post }'), 'post'],
    ['fields that are denied to some', list('', 'title year declarant { post } country'), 'year'],
    ['a filter by a denied field', list('(filter: { country: { eq: "GB" } })', ''), 'GB'],
    ['a filter by one that is withheld', list('(filter: { regime: { eq: "XX-TEST" } })', ''), 'XX-TEST'],
    ['a search', list('(filter: { text: "declaration" })', ''), 'text'],
    [
      'a total by a denied field',
      '{ declarationTotals(filter: {}, groupBy: [COUNTRY]) { count { value } } }',
      'COUNTRY',
    ],
  ];
  const cases = questions.flatMap(([what, query]) =>
    Object.entries(callers).map(([caller, headers]) => ({ what, query, caller, headers })),
  );

  test.each(cases)('answer the same to $caller: $what', async ({ query, headers }) => {
    const answers = await Promise.all(
      ['alder', 'birch'].map(async (member) => {
        const given = await coalition.hub.ask(query, {
          headers: { ...(await headers()), 'x-accord-ask': member },
        });
        const { data, errors, extensions } = given;
        const text = JSON.stringify({ data, errors, extensions }).replaceAll(member, 'member');
        return text.replace(/,?\{"member":"(alder|birch)"[^}]*\}/, '').replace('[,', '[');
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test('but only the one that tells is spared what it would not answer', async () => {
    sent.alder = '';
    sent.birch = '';
    await coalition.hub.ask(list('', 'title declarant { post }'));
    expect([/title|post/.test(sent.alder), /title|post/.test(sent.birch)]).toEqual([false, true]);
  });

  test('say of a value that is withheld why, as the owner lets it be known', async () => {
    const { data, errors } = await coalition.hub.ask(list('', 'regime'));
    expect(JSON.stringify(data)).not.toContain('XX-TEST');
    expect(errors?.map(({ extensions }) => extensions)).toEqual(
      ['alder', 'birch'].map((member) => ({
        ...{ code: 'WITHHELD', member, reason: 'PURPOSE', requestAccessUrl: 'https://desk.example/ask' },
      })),
    );
  });
});
