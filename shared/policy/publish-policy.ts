import type { CompiledFieldRule, CompiledPolicy } from './compiled-policy.js';
import type { Grant, GrantOrNobody } from './policy-file.js';
import { PublishedPolicy, type PublishedRequirement } from './published-policy.js';

/**
 * What a member tells its hub of its policy: by field, what no record has to be looked at for, beyond the contract. A
 * rule that masks or withholds, or that depends on the object, is not told; but using such a field takes all its rules.
 */
export function publishPolicy({
  member,
  revision,
  fields,
}: Pick<CompiledPolicy, 'member' | 'revision' | 'fields'>): PublishedPolicy {
  const published = [...fields.values()]
    .filter(({ rules }) => rules.length > 0)
    .map(({ coordinate, rules }) => [coordinate, publishField(rules)]);
  return PublishedPolicy.parse({ version: 1, member, revision, fields: Object.fromEntries(published) });
}

function publishField(rules: readonly CompiledFieldRule[]): PublishedPolicy['fields'][string] {
  const plain = rules.filter(({ rule, applies }) => applies === undefined && rule.otherwise === undefined);
  const read = requirementOf(plain.map(({ rule }) => rule.read));
  const use = requirementOf(rules.map(({ rule }) => rule.read));
  const hasAggregate = rules.some(({ rule }) => rule.aggregate !== undefined);
  const aggregate = requirementOf(rules.map(({ rule }) => rule.aggregate ?? rule.read));
  return {
    read,
    ...(plain.length < rules.length && { use }),
    ...(hasAggregate && { aggregate }),
    ...(rules.some(({ rule }) => rule.visibility !== undefined) && { isProtected: true }),
  };
}

/** All that several grants ask together; `false` where that is more than anybody is. */
export function requirementOf(grants: readonly (GrantOrNobody | undefined)[]): PublishedRequirement | false {
  const asked: Grant[] = [];
  for (const grant of grants) {
    if (grant === 'nobody') {
      return false;
    }
    if (grant !== undefined) {
      asked.push(grant);
    }
  }
  const organizations = common(asked.flatMap(({ org }) => (org === undefined ? [] : [org])));
  const purposes = common(asked.flatMap(({ purpose }) => (purpose === undefined ? [] : [purpose])));
  return {
    authenticated: asked.some(({ authenticated }) => authenticated === true),
    scopes: asked.flatMap(({ scopes }) => (scopes === undefined ? [] : [scopes])),
    policies: [],
    ...(organizations !== undefined && { organizations }),
    ...(purposes !== undefined && { purposes }),
    proof: asked.some(({ proof }) => proof !== undefined),
  };
}

/** What all lists hold; undefined without any list. */
function common(lists: readonly (readonly string[])[]): string[] | undefined {
  const [first, ...others] = lists;
  return first?.filter((name) => others.every((list) => list.includes(name)));
}
