import { z } from 'zod';
import { normalizeInstant } from '../domain/partial-date.js';
import { tlpLabels } from '../domain/record-body.js';
import { anonymousCaller, type Caller, callerKinds, freezeCaller } from '../identity/caller.js';
import { meant } from './meant.js';
import type { FieldDecision, MemberPolicy, RecordDecision } from './member-policy.js';

const KnownCaller = z.strictObject({
  kind: z.enum(callerKinds).default('person'),
  org: z.string().optional(),
  /** Whether the organisation is a member of the coalition. */
  member: z.boolean().default(false),
  scopes: z.array(z.string()).default([]),
  clearance: z.enum(tlpLabels).optional(),
  purpose: z.string().optional(),
  /** Whether the caller's own issuer says so. */
  proof: z.boolean().default(false),
});
const anonymous = z.literal('anonymous', 'expected "anonymous", or what the caller is');
type TestCaller = 'anonymous' | z.infer<typeof KnownCaller>;
const TestCaller = meant<TestCaller>((value) => (typeof value === 'object' ? KnownCaller : anonymous));

const body = z.record(z.string(), z.unknown());
const instant = z
  .string()
  .refine((text) => normalizeInstant(text) !== undefined, 'expected an instant such as 2026-01-31T09:30:00Z');

const FieldTest = z.strictObject({
  caller: TestCaller,
  coordinate: z.string().regex(/^\w+\.\w+$/, 'expected a coordinate "Type.field"'),
  /** The object that the field is on, for what depends on it. */
  object: body.optional(),
  now: instant.optional(),
  expect: z
    .string()
    .regex(
      /^(ALLOW|DENY|BY_RECORD|(WITHHELD|MASK)(\([A-Z, ]+\))?)$/,
      'expected ALLOW, DENY, BY_RECORD, WITHHELD, MASK or one of the latter with what it is, as in "MASK(YEAR)"',
    ),
});

const RecordTest = z.strictObject({
  caller: TestCaller,
  record: z.strictObject({ type: z.string(), body }),
  now: instant.optional(),
  expect: z
    .string()
    .regex(
      /^(SHOWN|HIDDEN|WITHHELD(\([A-Z]+\))?)$/,
      'expected SHOWN, HIDDEN or WITHHELD, as in "WITHHELD(TLP)"',
    ),
});

export type PolicyTest = Readonly<z.infer<typeof FieldTest> | z.infer<typeof RecordTest>>;
const PolicyTest = meant<PolicyTest>((value) =>
  typeof value === 'object' && value !== null && 'record' in value ? RecordTest : FieldTest,
);

/** What a policy is to decide, as its owner writes it: caller × field or record × expected. */
export const PolicyTests = z.array(PolicyTest).min(1, 'expected at least one test').max(100_000);
export type PolicyTests = readonly PolicyTest[];

/** A test that came out in another way than it should. */
export interface FailedPolicyTest {
  /** Where it stands in the file, from 0. */
  readonly index: number;
  readonly test: PolicyTest;
  readonly got: string;
}

/** Runs the tests of a policy. `now` is the time of those that give none. Pure. */
export function runPolicyTests(
  policy: MemberPolicy,
  tests: PolicyTests,
  now: Date,
): readonly FailedPolicyTest[] {
  return tests.flatMap((test, index) => {
    const got = outcomeOf(policy, test, now);
    // Without what it is, any mask and any reason will do.
    const isMet = got === test.expect || got.replace(/\(.*\)$/, '') === test.expect;
    return isMet ? [] : [{ index, test, got }];
  });
}

function outcomeOf(policy: MemberPolicy, test: PolicyTest, now: Date): string {
  const moment = test.now === undefined ? now : new Date(test.now);
  const decisions = policy.decide(testCaller(test.caller), moment);
  if ('record' in test) {
    return wordsOfRecord(decisions.record(test.record.type, test.record.body));
  }
  const decision = decisions.field(test.coordinate);
  if (decision.kind !== 'BY_RECORD' || test.object === undefined) {
    return wordsOfField(decision);
  }
  const field = test.coordinate.split('.')[1] ?? '';
  return wordsOfField(decision.decide({ object: test.object, field, now: moment }));
}

/** A decision as tests and people write it: `ALLOW`, `MASK(YEAR)`, `WITHHELD(TLP)`. */
export function wordsOfField(decision: FieldDecision): string {
  switch (decision.kind) {
    case 'MASK':
      return `MASK${decision.masks === undefined ? '' : `(${[...new Set(decision.masks)].join(', ')})`}`;
    case 'WITHHOLD':
      return `WITHHELD${decision.withheld === undefined ? '' : `(${decision.withheld.reason})`}`;
    default:
      return decision.kind;
  }
}

export function wordsOfRecord(decision: RecordDecision): string {
  switch (decision.kind) {
    case 'SHOW':
      return 'SHOWN';
    case 'HIDE':
      return 'HIDDEN';
    case 'WITHHOLD':
      return `WITHHELD(${decision.withheld.reason})`;
  }
}

/** Clearance is what the hub gives those whose token says none. */
function testCaller(caller: TestCaller): Caller {
  if (caller === 'anonymous' || caller.kind === 'anonymous') {
    return anonymousCaller;
  }
  const { kind, org, member, scopes, clearance, purpose, proof } = caller;
  const isMember = member && org !== undefined;
  return freezeCaller({
    kind,
    subject: 'tested',
    organization: org ?? null,
    isMember,
    isProven: proof,
    scopes,
    clearance: clearance ?? (isMember ? 'TLP:RED' : 'TLP:GREEN'),
    purpose: purpose ?? null,
  });
}
