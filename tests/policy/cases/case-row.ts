import type { CaseAnswer, CaseCaller, CaseCoalition, CaseQuestion } from '../../fixtures/case-coalition.js';
import { lineOf, type Noted } from '../../fixtures/case-notes.js';
import type { PolicyCase } from './policy-cases.js';

/** What is done at the hub or at a member, and all that is to come of it. */
export interface Held {
  act(coalition: CaseCoalition): Promise<unknown>;
  readonly answer: unknown;
  /** What each member was sent. */
  readonly sent: Noted;
  /** What each member read of its store, and which resolvers of its extension ran. */
  readonly read: Noted;
  /** Where members are asked several things at once, and so in any order. */
  readonly isUnordered?: boolean;
}

/** One way to try a case: at a hub over both members, and at a member in the hub's stead. */
export interface CaseRow {
  readonly of: PolicyCase;
  readonly what: string;
  readonly hub: Held;
  readonly member: Held;
}

interface Expected {
  readonly status?: number;
  readonly data?: unknown;
  /** Code, path and, at the hub, member of each. */
  readonly errors?: readonly string[];
}

export interface AskedCase {
  readonly of: PolicyCase;
  readonly what: string;
  readonly caller: CaseCaller;
  readonly query: string;
  readonly more?: Pick<CaseQuestion, 'variables' | 'operationName' | 'headers' | 'subgraph'>;
  /** `sent` to alder and to birch; what they read is `read`, and as at the member itself unless given. */
  readonly hub: Expected & { readonly sent: SentTo; readonly read?: ReadBy };
  /** Birch itself. */
  readonly member: Expected & { readonly read: readonly string[] };
}

type SentTo = readonly [alder: readonly string[], birch: readonly string[]];
type ReadBy = readonly [alder: readonly string[], birch: readonly string[]];

/** The row of one question that is asked of a hub, and of birch itself. */
export function asked({ of, what, caller, query, more = {}, hub, member }: AskedCase): CaseRow {
  const question: CaseQuestion = { caller, query, ...more };
  const { sent, read, ...answer } = hub;
  const { read: ofBirch, ...ofMember } = member;
  const { subgraph: _, headers: __, ...body } = { query, ...more };
  const reads = (asked: readonly string[], own: readonly string[]) => (asked.length === 0 ? [] : own);
  return {
    of,
    what: `${what}, by ${caller}`,
    hub: {
      act: async (coalition) => told(await coalition.ask(question)),
      answer: expectedOf(answer),
      sent: toBoth(sent),
      read: toBoth(read ?? [reads(sent[0], ofBirch), reads(sent[1], ofBirch)]),
    },
    member: {
      act: async (coalition) => told(await coalition.askMember('birch', question)),
      answer: expectedOf(ofMember),
      sent: toBoth([[], [lineOf(JSON.stringify(body))]]),
      read: toBoth([[], ofBirch]),
    },
  };
}

export function toBoth([alder, birch]: readonly [readonly string[], readonly string[]]): Noted {
  return { alder, birch };
}

/** What of an answer a row compares. */
export function told({ status, data, errors }: CaseAnswer): object {
  return { status, ...(data !== undefined && { data }), errors };
}

function expectedOf({ status = 200, data, errors = [] }: Expected): object {
  return { status, ...(data !== undefined && { data }), errors };
}

/** Whether a row says all that it is to say: a table that leaves it out holds nothing. */
export function faultsOf({ hub, member }: CaseRow): string[] {
  return Object.entries({ hub, member }).flatMap(([place, held]) => [
    ...(isOfMembers(held.sent) ? [] : [`${place}: expected what each member was sent`]),
    ...(isOfMembers(held.read) ? [] : [`${place}: expected what each member read`]),
    ...(held.answer === undefined ? [`${place}: expected an answer`] : []),
  ]);
}

function isOfMembers(noted: Noted | undefined): boolean {
  const all = Object.values(noted ?? {});
  return all.length > 0 && all.every((lines) => Array.isArray(lines));
}

const denial = 'UNAUTHORIZED_FIELD_OR_TYPE';

/** Errors of positions that birch's own policy denies: at the hub with its name. */
export function deniedBy(member: string | undefined, ...paths: readonly string[]): string[] {
  return paths.map((path) => [denial, path, member].filter((part) => part !== undefined).join(' '));
}

/** A list of declarations, as a query asks for it and members are. */
export function listOf(node: string, args = ''): string {
  return `{ declarations${args} { edges { node { ${node} } } } }`;
}

/** What a member is sent for such a list. */
export function sentList(node: string, args = ''): string {
  return `{ answer: declarations${args} { edges { node { ${node} } } } }`;
}

/** The answer to such a list. */
export function edgesOf(...nodes: readonly unknown[]): object {
  return { declarations: { edges: nodes.map((node) => ({ node })) } };
}

/** What a member reads first where it searches for words: whom they name. */
export const searchReads: readonly string[] = [
  ...Array(6).fill('page Person'),
  ...Array(6).fill('page Organization'),
];
