import { tlpLabels } from '../domain/record-body.js';
import type { RecordBody } from '../store/record-type.js';
import { callerClasses } from './caller-classes.js';
import { memberPolicyOf } from './compile-member-policy.js';
import type { CompiledPolicy } from './compiled-policy.js';
import type { FieldDecision, RequestDecisions, TotalsDecision } from './member-policy.js';
import { wordsOfField, wordsOfRecord } from './policy-tests.js';

/** What a class of callers gains or loses at one place. */
export interface PolicyChange {
  /** The class of callers, for people. */
  readonly caller: string;
  /** A coordinate, `Type records of TLP:RED`, `Type records` or `Type totals`. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** `CHANGED`: other objects or another form, which may be more. */
  readonly change: 'WIDENED' | 'NARROWED' | 'CHANGED';
}

/** Whether anybody may see what they could not: what `--confirm` is asked for. */
export function isWidening({ change }: PolicyChange): boolean {
  return change !== 'NARROWED';
}

/** What is different between two policies of a member, by class of callers, field, and record type and label. */
export function comparePolicies(
  before: CompiledPolicy,
  after: CompiledPolicy,
  now: Date,
): readonly PolicyChange[] {
  const [old, young] = [memberPolicyOf(before), memberPolicyOf(after)];
  const coordinates = [...new Set([...before.fields.keys(), ...after.fields.keys()])];
  const types = [...new Set([...before.records.keys(), ...after.records.keys()])];
  return callerClasses([before, after]).flatMap(({ name, caller }) => {
    const pair: Pair = [old.decide(caller, now), young.decide(caller, now)];
    const policies = [before, after] as const;
    return [
      ...coordinates.map((coordinate) => fieldChange(coordinate, pair, policies)),
      ...types.flatMap((type) => recordChanges(type, pair, now)),
      ...types.map((type) => totalsChange(type, pair)),
    ].flatMap((found) => (found === undefined ? [] : [{ caller: name, ...found }]));
  });
}

type Pair = readonly [RequestDecisions, RequestDecisions];
type Found = Omit<PolicyChange, 'caller'>;

function fieldChange(
  coordinate: string,
  [old, young]: Pair,
  policies: readonly [CompiledPolicy, CompiledPolicy],
): Found | undefined {
  const [first, second] = [old.field(coordinate), young.field(coordinate)];
  const [before, after] = [wordsOfField(first), wordsOfField(second)];
  const change = byRank(fieldRanks[first.kind], fieldRanks[second.kind]);
  if (change !== undefined) {
    return { place: coordinate, before, after, change };
  }
  const [wasText, isText] = policies.map((policy) => detailsOf(policy, coordinate, first.kind));
  return before === after && wasText === isText
    ? undefined
    : { place: coordinate, before, after, change: 'CHANGED' };
}

const fieldRanks = { DENY: 0, WITHHOLD: 1, MASK: 2, BY_RECORD: 3, ALLOW: 4 } as const;

/** What a decision on each object depends on: the rules with a condition, and the contract's. */
function detailsOf(policy: CompiledPolicy, coordinate: string, kind: FieldDecision['kind']): string {
  const field = kind === 'BY_RECORD' ? policy.fields.get(coordinate) : undefined;
  return JSON.stringify([field?.access, field?.masks, field?.rules.map(({ rule }) => rule)]);
}

function recordChanges(type: string, [old, young]: Pair, now: Date): Found[] {
  const found = sampleRecords(now).flatMap(({ name, body }): Found[] => {
    const [first, second] = [old.record(type, body), young.record(type, body)];
    const change = byRank(recordRanks[first.kind], recordRanks[second.kind]);
    const [before, after] = [wordsOfRecord(first), wordsOfRecord(second)];
    return change === undefined && before === after
      ? []
      : [{ place: `${type} records of ${name}`, before, after, change: change ?? 'CHANGED' }];
  });
  const isSame = JSON.stringify(old.records(type)) === JSON.stringify(young.records(type));
  return isSame || found.length > 0
    ? found
    : [{ place: `${type} records`, before: 'some', after: 'others', change: 'CHANGED' }];
}

const recordRanks = { HIDE: 0, WITHHOLD: 1, SHOW: 2 } as const;

function sampleRecords(now: Date): { readonly name: string; readonly body: RecordBody }[] {
  const embargoUntil = new Date(now.getTime() + 1000).toISOString();
  return [undefined, ...tlpLabels].flatMap((tlp) => {
    const name = tlp ?? 'no label';
    const label = tlp === undefined ? {} : { tlp };
    return [
      { name, body: { handling: label } },
      { name: `${name} under embargo`, body: { handling: { ...label, embargoUntil } } },
    ];
  });
}

function totalsChange(type: string, [old, young]: Pair): Found | undefined {
  const [first, second] = [old.totals(type, []), young.totals(type, [])];
  if (JSON.stringify(first) === JSON.stringify(second)) {
    return undefined;
  }
  const change = byRank(totalsRanks[first.kind], totalsRanks[second.kind]) ?? 'CHANGED';
  return { place: `${type} totals`, before: wordsOfTotals(first), after: wordsOfTotals(second), change };
}

const totalsRanks = { NONE: 0, AGGREGATE_ONLY: 1, OF_READABLE: 1 } as const;

function wordsOfTotals(decision: TotalsDecision): string {
  return decision.kind === 'AGGREGATE_ONLY'
    ? `AGGREGATE_ONLY(${[...decision.dimensions, `at least ${decision.minimumGroup}`].join(', ')})`
    : decision.kind;
}

function byRank(before: number, after: number): 'WIDENED' | 'NARROWED' | undefined {
  return before === after ? undefined : before < after ? 'WIDENED' : 'NARROWED';
}
