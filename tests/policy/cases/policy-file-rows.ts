import { expect } from 'vitest';
import type { CaseAnswer, CaseCoalition, CaseQuestion } from '../../fixtures/case-coalition.js';
import { birchRules } from '../../fixtures/case-records.js';
import { type CaseRow, deniedBy, edgesOf, listOf, sentList, toBoth, told } from './case-row.js';

interface Ready {
  readonly status: string;
  readonly policy: { readonly revision: string; readonly fault?: string };
}

/** What comes of a question while birch's policy file holds these rules, and what its `/ready` says of them. */
async function under(
  { writePolicy, real, notes }: CaseCoalition,
  rules: string,
  ask: () => Promise<CaseAnswer>,
): Promise<unknown> {
  const ready = async (): Promise<Ready> =>
    JSON.parse(await (await fetch(`${real.get('birch')?.url}/ready`)).text());
  const { policy: before } = await ready();
  writePolicy(rules);
  try {
    const { status, policy } = await ready();
    notes.take();
    const isInForce = policy.revision !== before.revision;
    return { status, isInForce, fault: policy.fault, told: told(await ask()) };
  } finally {
    writePolicy();
  }
}

/** A policy file that is not put in force. */
function refusedRow(
  of: CaseRow['of'],
  rules: string,
  { fault, caller }: { readonly fault: RegExp; readonly caller: 'nobody' | 'reader' },
): CaseRow {
  const selection = 'id title declarant { person { birthDate } }';
  const question: CaseQuestion = { caller, query: listOf(selection) };
  const person = { declarant: { person: { birthDate: null } } };
  const refusal = { status: 'ready', isInForce: false, fault: expect.stringMatching(fault) };
  const sentPerson = 'declarant { person { accord__runtime: __typename } }';
  const read = ['page Declaration', 'getByIds Person'];
  return {
    of,
    what: `by ${caller}`,
    hub: {
      act: (coalition) => under(coalition, rules, () => coalition.ask(question)),
      answer: {
        ...refusal,
        told: {
          status: 200,
          data: edgesOf(
            { id: 'alder:d-1', title: 'Open declaration', ...person },
            { id: 'birch:d-1', title: null, ...person },
          ),
          errors: [
            ...deniedBy('birch', 'declarations.edges.1.node.title'),
            ...deniedBy(
              undefined,
              ...[0, 1].map((at) => `declarations.edges.${at}.node.declarant.person.birthDate`),
            ),
          ],
        },
      },
      sent: toBoth([[sentList(`id title ${sentPerson}`)], [sentList(`id ${sentPerson}`)]]),
      read: toBoth([read, read]),
    },
    member: {
      act: (coalition) => under(coalition, rules, () => coalition.askMember('birch', question)),
      answer: {
        ...refusal,
        told: {
          status: 200,
          data: edgesOf({ id: 'birch:d-1', title: null, ...person }),
          errors: deniedBy(
            undefined,
            ...['title', 'declarant.person.birthDate'].map((path) => `declarations.edges.0.node.${path}`),
          ),
        },
      },
      ...{ sent: toBoth([[], [listOf(selection)]]), read: toBoth([[], read]) },
    },
  };
}

const loosened = `${birchRules}  - field: Person.birthDate
    read: { authenticated: true }
`;

export const policyFileRows: readonly CaseRow[] = [
  refusedRow('Loading: a policy that loosens the SDL is refused', loosened, {
    fault: /no less than the contract asks for "Person\.birthDate"/,
    caller: 'reader',
  }),
  refusedRow(
    'Loading: of a broken new file the old revision stays in force and /ready says so',
    '\nrules: [',
    {
      fault: /^Expected YAML/,
      caller: 'nobody',
    },
  ),
];
