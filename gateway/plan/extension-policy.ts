import type { PublishedPolicy } from '../../shared/policy/published-policy.js';
import type { PublishedField } from '../policy/graph-access.js';
import { type Extension, type Namespace, namespaceOf } from './extension.js';
import { isWithin } from './extension-outline.js';

/** What a member publishes of its policy at present, the same object until it changes; undefined where it is not known. */
export type PolicyOfMember = (member: string) => PublishedPolicy | undefined;

/**
 * What a member publishes of what its extension alone serves. Of other coordinates it speaks for its own records, not for
 * those of all members that an extension is asked about. The same object for the same policy.
 */
export function ownPolicyOf({ member }: Pick<Extension, 'member'>, policyOf: PolicyOfMember): PolicyOfMember {
  const namespace = namespaceOf(member);
  const kept = new WeakMap<PublishedPolicy, PublishedPolicy>();
  return () => {
    const policy = policyOf(member);
    if (policy === undefined) {
      return undefined;
    }
    const fields = Object.entries(policy.fields).filter(([coordinate]) => isOwn(coordinate, namespace));
    const own = kept.get(policy) ?? { ...policy, fields: Object.fromEntries(fields) };
    kept.set(policy, own);
    return own;
  };
}

function isOwn(coordinate: string, namespace: Namespace): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  return isWithin(type, namespace.type) || isWithin(field, namespace.field);
}

/** What the members of these extensions let be known to nobody who may not read it; the same list until it changes. */
export function protectedByMembers(
  extensions: readonly Pick<Extension, 'member'>[],
  policyOf: PolicyOfMember,
): () => readonly PublishedField[] {
  const own = extensions.map((extension) => ({ ...extension, policy: ownPolicyOf(extension, policyOf) }));
  let known: readonly (PublishedPolicy | undefined)[] = [];
  let fields: readonly PublishedField[] = [];
  return () => {
    const policies = own.map(({ member, policy }) => policy(member));
    if (policies.some((policy, i) => policy !== known[i])) {
      known = policies;
      fields = policies.flatMap((policy) => protectedOf(policy));
    }
    return fields;
  };
}

function protectedOf(policy: PublishedPolicy | undefined): PublishedField[] {
  return Object.entries(policy?.fields ?? {}).flatMap(([coordinate, { read, isProtected }]) =>
    policy !== undefined && isProtected === true ? [{ coordinate, owner: policy.member, read }] : [],
  );
}
