import { type FieldNode, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import { assertApart } from '../../shared/domain/apart.js';
import { writeDecimal } from '../../shared/domain/decimal.js';
import type { DimensionValue } from '../../shared/domain/group-key.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { ErrorCode } from '../../shared/errors/error-codes.js';
import { isObject, listOf } from '../merge/member-page.js';
import { type GroupTotal, mergeTotals } from '../merge/merge-totals.js';
import { selectedFields, selectionSetsBelow } from '../merge/selected-fields.js';
import { shape } from '../merge/shape-connection.js';
import { askJudged } from './ask-judged.js';
import { canMatch } from './coverage.js';
import { denied, invalid, type Judged, refusalErrors } from './judge-answer.js';
import type { Provider } from './provider.js';
import { findGroupFault, groupSelection, largestTotal, readGroups } from './read-groups.js';
import { type FieldError, note, type RootAnswer, type RootAsk } from './root-ask.js';
import { largestInt } from './scalar-check.js';

/** The totals of all members that can have rows for them, added group by group. */
export async function fetchTotals(ask: RootAsk): Promise<RootAnswer> {
  const fields = selectedFields(selectionSetsBelow(ask.nodes), ask.selection);
  const withSum = [...fields.values()].some((nodes) => nodes[0]?.name.value === 'sum');
  refuseToAddApart(ask, withSum);
  const added = groupSelection({ withSum, withCurrency: hasField(ask.field.type, 'currency') });
  const query = ask.query(added, { added, overrides: {} });
  const providers = ask.providers.filter((provider) => isAsked(ask, provider));
  const judged = await Promise.all(
    providers.map(async (provider) => {
      return judgeGroups(ask, await askJudged(ask, query, { provider }));
    }),
  );
  return answerOf(ask, judged);
}

function hasField(type: GraphQLOutputType, name: string): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && named.getFields()[name] !== undefined;
}

/** Said before anybody is asked: members alone cannot see that together they would add different phases. */
function refuseToAddApart(ask: RootAsk, withSum: boolean): void {
  if (ask.apart !== undefined) {
    const pinned = pinnedFields(ask.args['filter']);
    const groupBy = listOf(ask.args['groupBy']).map(String);
    assertApart(ask.apart, { groupBy, isPinned: (key) => pinned.has(key), withSum });
  }
}

/** Filter fields held to one value by `eq` at the top level, conjunctions opened. */
function pinnedFields(filter: unknown): ReadonlySet<string> {
  if (!isObject(filter)) {
    return new Set();
  }
  const own = Object.entries(filter).flatMap(([name, test]) =>
    isObject(test) && test['eq'] !== undefined && test['eq'] !== null ? [name] : [],
  );
  return new Set([...own, ...listOf(filter['and']).flatMap((part) => [...pinnedFields(part)])]);
}

function isAsked(ask: RootAsk, provider: Provider): boolean {
  if (canMatch(provider, ask.args['filter'])) {
    return true;
  }
  note(ask, { provider, tookMs: 0 }, { state: 'NOT_ASKED', rows: 0 });
  return false;
}

function answerOf(ask: RootAsk, judged: readonly Judged[]): RootAnswer {
  const refusals = refusalErrors(ask, judged);
  const members = judged.map((one) => groupsOf(ask, one));
  if (refusals.some((error) => error.member === undefined)) {
    return { value: null, errors: refusals };
  }
  const complete = members.every((groups) => groups !== undefined);
  const totals = mergeTotals(
    members.flatMap((groups) => (groups === undefined ? [] : [groups])),
    complete,
  );
  if (totals.length > largestTotal) {
    throw new AccordError(
      'QUERY_TOO_BROAD',
      `Expected a total of at most ${largestTotal} groups, got ${totals.length}: filter more or group by less.`,
    );
  }
  const errors: FieldError[] = [...refusals];
  const value = totals.map((total, i) => shapeTotal(ask, { total, at: i, errors }));
  return { value, errors };
}

/** Groups of which a member keeps a part to itself are no groups to add: what is null could be any sum. */
function isKept(code: ErrorCode | null): boolean {
  return code === 'UNAUTHORIZED_FIELD_OR_TYPE' || code === 'WITHHELD';
}

function judgeGroups(ask: RootAsk, judged: Judged): Judged {
  if (judged.kind !== 'value') {
    return judged;
  }
  if (!Array.isArray(judged.value) || judged.answer.errors.some(({ code }) => isKept(code))) {
    return denied(judged.answer);
  }
  const fault = findGroupFault(readGroups(judged.value, judged.answer.provider.member), ask.args['groupBy']);
  return fault === undefined ? judged : invalid(ask, judged.answer, fault);
}

/** The groups of a member's answer, or nothing where it is missing; notes what came of the member. */
function groupsOf(ask: RootAsk, judged: Judged): readonly GroupTotal[] | undefined {
  const { provider, tookMs } = judged.answer;
  if (judged.kind === 'missing') {
    note(ask, { provider, tookMs }, { state: judged.state, rows: 0, reason: judged.reason });
    return undefined;
  }
  if (judged.kind === 'refused') {
    note(ask, { provider, tookMs }, { state: 'DENIED', rows: 0 });
    return undefined;
  }
  const groups = readGroups(judged.value, provider.member);
  note(ask, { provider, tookMs }, { state: groups.length > 0 ? 'ANSWERED' : 'EMPTY', rows: groups.length });
  return groups;
}

interface Shaping {
  readonly total: GroupTotal;
  readonly at: number;
  readonly errors: FieldError[];
}

function shapeTotal(ask: RootAsk, of: Shaping): Record<string, unknown> {
  const { total } = of;
  return shape(ask.nodes, ask.selection, (name, key, below) => {
    switch (name) {
      case 'key':
        return total.key.map((value) => shapeCoordinate(ask, below, value));
      case 'count':
        return shape(below, ask.selection, (field) => countField(field, total));
      case 'sum':
        return sumOf(ask, of, key);
      case 'currency':
        return total.currency;
      case 'members':
        return total.members.map((id) =>
          shape(below, ask.selection, (field) => (field === 'id' ? id : 'Member')),
        );
      case 'complete':
        return total.complete;
      case 'suppressedBecause':
        return total.suppressedBecause;
      default:
        return getNamedType(ask.field.type).name;
    }
  });
}

function shapeCoordinate(ask: RootAsk, nodes: readonly FieldNode[], value: DimensionValue) {
  return shape(nodes, ask.selection, (name) => {
    switch (name) {
      case 'dimension':
        return value.dimension;
      case 'scheme':
        return value.scheme;
      case 'code':
        return value.code;
      case 'label':
        return value.label;
      default:
        return 'DimensionValue';
    }
  });
}

function countField(name: string, total: GroupTotal): unknown {
  switch (name) {
    case 'value':
      return Math.min(total.count, largestInt);
    case 'relation':
      return total.complete && total.count <= largestInt ? 'EXACT' : 'AT_LEAST';
    default:
      return 'Count';
  }
}

/** A sum too large to write is an error at its place, never a wrong sum. */
function sumOf(ask: RootAsk, of: Shaping, key: string): string | null {
  if (of.total.sum === null) {
    return null;
  }
  try {
    return writeDecimal(of.total.sum);
  } catch (error) {
    if (!(error instanceof AccordError)) {
      throw error;
    }
    of.errors.push({ code: error.code, message: error.message, path: [ask.responseKey, of.at, key] });
    return null;
  }
}
