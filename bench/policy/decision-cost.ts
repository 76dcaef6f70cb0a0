import { parse } from 'graphql';
import { freezeCaller } from '../../shared/identity/caller.js';
import { compileMemberPolicy } from '../../shared/policy/compile-member-policy.js';
import { parsePolicy } from '../../shared/policy/parse-policy.js';
import { domainModules, recordTypesOf } from '../../subgraphs/wire.js';
import { benchPolicy } from './policy-arms.js';

const coordinates = [
  'Person.birthDate',
  'RealEstate.city',
  'FamilyMember.person',
  'Declaration.title',
] as const;
const bodies = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED', undefined].map((tlp) => ({
  handling: tlp === undefined ? {} : { tlp },
  country: 'GB',
}));
const rounds = 20_000;

/** Microseconds that one decision takes: of a field for a new request, and of one record. */
export function costOfDecisions(): { readonly static: number; readonly record: number } {
  const domains = ['asset-declarations'] as const;
  const policy = compileMemberPolicy({
    file: parsePolicy(benchPolicy('alpha'), 'policy.yaml'),
    member: 'alpha',
    contracts: domainModules(domains).map(({ sdl }) => parse(sdl)),
    recordTypes: recordTypesOf(domains),
    tokenSecret: 'bench',
  });
  const caller = freezeCaller({
    kind: 'person',
    subject: 'bench',
    organization: 'beta',
    isMember: true,
    isProven: false,
    scopes: ['declarations:read'],
    clearance: 'TLP:AMBER',
    purpose: 'RESEARCH',
  });
  const now = new Date();
  // A request remembers its decisions, so each round is a request of its own; its opening is measured apart.
  const opening = costOf(() => policy.decide(caller, now), 1);
  const fields = costOf(() => {
    const decisions = policy.decide(caller, now);
    for (const coordinate of coordinates) {
      decisions.field(coordinate);
    }
  }, 1);
  const decisions = policy.decide(caller, now);
  const record = costOf(() => {
    for (const body of bodies) {
      decisions.record('Declaration', body);
    }
  }, bodies.length);
  return { static: Math.max(0, fields - opening) / coordinates.length, record };
}

function costOf(work: () => void, decisions: number): number {
  for (let i = 0; i < rounds / 10; i++) {
    work();
  }
  const start = performance.now();
  for (let i = 0; i < rounds; i++) {
    work();
  }
  return ((performance.now() - start) * 1000) / rounds / decisions;
}
