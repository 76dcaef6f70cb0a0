import { anonymousCaller, type Caller, freezeCaller } from '../identity/caller.js';
import type { CompiledPolicy } from './compiled-policy.js';
import type { Grant } from './policy-file.js';

/** Callers who are alike in all that a policy asks of them. */
export interface CallerClass {
  /** For people: `of a member, with scopes a b, for AUDIT`. */
  readonly name: string;
  readonly caller: Caller;
}

/**
 * The classes of callers that policies tell apart: nobody known, the signed in, members, the owner's people, and for
 * each thing that the policies ask of a caller those who are just that, as members and not.
 */
export function callerClasses(policies: readonly CompiledPolicy[]): readonly CallerClass[] {
  const owner = policies[0]?.member ?? '';
  const classes: CallerClass[] = [
    { name: 'anonymous', caller: anonymousCaller },
    classOf({}, undefined),
    classOf({}, someMember),
    classOf({}, owner),
    ...policies.flatMap(askedBy).flatMap((asked) => classesOf(asked, owner)),
  ];
  return [...new Map(classes.map((one) => [one.name, one])).values()];
}

/** Stands for a member that no policy names; no member has an id like it. */
const someMember = 'a member';

/** What a class of callers is, besides its organisation. */
interface Asked {
  readonly scopes?: readonly string[];
  readonly org?: string;
  readonly purpose?: string;
  readonly isProven?: boolean;
}

function classesOf({ org, ...asked }: Asked, owner: string): CallerClass[] {
  const organizations = org === undefined ? [undefined, someMember, owner] : [org];
  return organizations.map((organization) => classOf(asked, organization));
}

function classOf(
  { scopes = [], purpose, isProven = false }: Asked,
  organization: string | undefined,
): CallerClass {
  const name = [
    organization === undefined ? 'signed in' : `of ${organization}`,
    ...(scopes.length === 0 ? [] : [`with scopes ${scopes.join(' ')}`]),
    ...(purpose === undefined ? [] : [`for ${purpose}`]),
    ...(isProven ? ['proven'] : []),
  ].join(', ');
  const caller = freezeCaller({
    kind: 'person',
    subject: 'class',
    organization: organization ?? null,
    isMember: organization !== undefined,
    isProven,
    scopes,
    clearance: organization === undefined ? 'TLP:GREEN' : 'TLP:RED',
    purpose: purpose ?? null,
  });
  return { name, caller };
}

function askedBy({ file, fields }: CompiledPolicy): Asked[] {
  const grants = (file?.rules ?? []).flatMap((rule) =>
    'field' in rule ? [rule.read, rule.aggregate] : [rule.allow, rule.deny?.except],
  );
  const asked = [...grants, ...(file?.aggregates.allow ?? []).map(({ to }) => to)].flatMap((grant) =>
    grant === undefined || grant === 'nobody' ? [] : whoIsJust(grant),
  );
  const scopes = [...fields.values()].flatMap(({ access }) => access.scopes.flat());
  const shared = file?.sharing['TLP:AMBER+STRICT'] ?? [];
  return [...asked, ...scopes.map((names) => ({ scopes: names })), ...shared.map((org) => ({ org }))];
}

/** Who is all that a grant asks, and who is each part of it alone. */
function whoIsJust({ scopes = [], org = [], purpose = [], proof }: Grant): Asked[] {
  const isProven = proof !== undefined;
  const parts: Asked[] = [
    ...scopes.map((names) => ({ scopes: names })),
    ...org.map((one) => ({ org: one })),
    ...purpose.map((one) => ({ purpose: one })),
    ...(isProven ? [{ isProven }] : []),
  ];
  const wholes = orAbsent(scopes).flatMap((names) =>
    orAbsent(org).flatMap((one) =>
      orAbsent(purpose).map((why) => ({
        ...(names !== undefined && { scopes: names }),
        ...(one !== undefined && { org: one }),
        ...(why !== undefined && { purpose: why }),
        isProven,
      })),
    ),
  );
  return [...parts, ...wholes];
}

function orAbsent<T>(values: readonly T[]): readonly (T | undefined)[] {
  return values.length === 0 ? [undefined] : values;
}
