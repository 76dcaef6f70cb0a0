import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';

/** A signed-in person of no organisation, with what a case gives them. */
export function aCaller(given: Partial<Caller> = {}): Caller {
  return { ...anonymousCaller, kind: 'person', subject: 'p-1', clearance: 'TLP:GREEN', ...given };
}

/** Somebody of a member of the coalition. */
export function aColleague(organization: string, given: Partial<Caller> = {}): Caller {
  return aCaller({ organization, isMember: true, clearance: 'TLP:RED', ...given });
}
