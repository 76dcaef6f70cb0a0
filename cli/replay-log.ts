import { existsSync } from 'node:fs';
import type { AccessEntry } from '../shared/audit/access-entry.js';
import { type Caller, freezeCaller } from '../shared/identity/caller.js';
import type { MemberPolicy } from '../shared/policy/member-policy.js';
import { wordsOfField } from '../shared/policy/policy-tests.js';
import { logEntries } from './log-entries.js';

/** What somebody asked before and would be answered in another way. */
export interface ReplayedChange {
  /** Who, as far as the log says: no person. */
  readonly who: string;
  readonly coordinate: string;
  readonly before: string;
  readonly after: string;
  /** In how many questions it was asked. */
  readonly questions: number;
}

export interface ReplayOptions {
  readonly before: MemberPolicy;
  readonly after: MemberPolicy;
  readonly now: Date;
}

/** Callers who are alike in all that a policy can ask, and how often they asked for what. */
interface Askers {
  readonly caller: Caller;
  readonly asked: Map<string, number>;
}

/** Tries another policy on what a member was asked, as its access log has it. A log that is not there is of nothing. */
export function replayLog(folder: string, { before, after, now }: ReplayOptions): readonly ReplayedChange[] {
  return [...askersIn(folder).values()].flatMap(({ caller, asked }) => {
    const [old, young] = [before.decide(caller, now), after.decide(caller, now)];
    return [...asked].flatMap(([coordinate, questions]): ReplayedChange[] => {
      const was = wordsOfField(old.field(coordinate));
      const is = wordsOfField(young.field(coordinate));
      return was === is ? [] : [{ who: nameOf(caller), coordinate, before: was, after: is, questions }];
    });
  });
}

function askersIn(folder: string): ReadonlyMap<string, Askers> {
  const found = new Map<string, Askers>();
  for (const { entry } of existsSync(folder) ? logEntries(folder) : []) {
    const caller = entry.event === 'ACCESS' ? callerOf(entry) : undefined;
    if (entry.event !== 'ACCESS' || caller === undefined) {
      continue;
    }
    const key = JSON.stringify(caller);
    const askers = found.get(key) ?? { caller, asked: new Map<string, number>() };
    found.set(key, askers);
    for (const coordinate of entry.coordinates) {
      askers.asked.set(coordinate, (askers.asked.get(coordinate) ?? 0) + 1);
    }
  }
  return found;
}

/** Undefined for entries that do not say what the caller was allowed. */
function callerOf({ kind, organization, purpose, rights }: AccessEntry): Caller | undefined {
  return rights && freezeCaller({ kind, subject: 'recorded', organization, purpose, ...rights });
}

function nameOf({ kind, organization, scopes, purpose, isProven }: Caller): string {
  return [
    organization === null ? kind : `${kind} of ${organization}`,
    ...(scopes.length === 0 ? [] : [`with scopes ${scopes.join(' ')}`]),
    ...(purpose === null ? [] : [`for ${purpose}`]),
    ...(isProven ? ['proven'] : []),
  ].join(', ');
}
