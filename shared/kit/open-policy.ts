import type { MemberPolicy } from '../policy/member-policy.js';
import { everything } from '../store/filter.js';

/** Lets everybody see everything: for measuring what other policies cost. */
export function openPolicy(member: string): MemberPolicy {
  const revision = 'open';
  return {
    member,
    revision,
    published: { version: 1, member, revision, fields: {} },
    isGuarded: () => false,
    audience: () => () => null,
    decide: (caller, now) => ({
      caller,
      now,
      field: () => ({ kind: 'ALLOW' }),
      mayUse: () => true,
      records: () => everything,
      hidden: () => [],
      record: () => ({ kind: 'SHOW' }),
      totals: () => ({ kind: 'OF_READABLE' }),
    }),
  };
}
