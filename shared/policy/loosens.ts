import type { AccessRule, Alternatives } from './access-rule.js';
import type { GrantOrNobody } from './policy-file.js';

/**
 * Whether a rule of the file asks less than the contract does, so that its owner may think that it opens what stays
 * closed: everybody whom the contract lets through passes it, and somebody passes it whom the contract does not.
 */
export function loosens(grant: GrantOrNobody, contract: AccessRule, member: string): boolean {
  return grant !== 'nobody' && follows(grant, contract, member) && !impliesContract(grant, contract);
}

type Asked = Exclude<GrantOrNobody, 'nobody'>;

/** Whether the contract asks everything that the grant does. */
function follows(
  { authenticated, scopes, org, purpose, proof }: Asked,
  contract: AccessRule,
  member: string,
): boolean {
  return (
    (authenticated === undefined || knowsCallers(contract)) &&
    (scopes === undefined || contract.scopes.some((asked) => entails(asked, scopes))) &&
    (org === undefined || (org.includes(member) && asksOwner(contract))) &&
    purpose === undefined &&
    proof === undefined
  );
}

/** Whether the grant asks everything that the contract does. What a policy asks no grant can say but the owner's. */
function impliesContract({ scopes, authenticated, org }: Asked, contract: AccessRule): boolean {
  const isKnown = authenticated !== undefined || scopes !== undefined || org !== undefined;
  return (
    (!contract.authenticated || isKnown) &&
    contract.scopes.every((asked) => scopes !== undefined && entails(scopes, asked)) &&
    contract.policies.length === 0
  );
}

/** Whether whoever has all names of one alternative of the first has those of one of the second. */
function entails(first: Alternatives, second: Alternatives): boolean {
  return first.every((held) => second.some((names) => names.every((name) => held.includes(name))));
}

function knowsCallers({ authenticated, scopes, policies }: AccessRule): boolean {
  return authenticated || scopes.length > 0 || policies.some((asked) => onlyOf(asked, ['member', 'owner']));
}

function asksOwner({ policies }: AccessRule): boolean {
  return policies.some((asked) => onlyOf(asked, ['owner']));
}

/** Whether each alternative names one of these policies. */
function onlyOf(alternatives: Alternatives, policies: readonly string[]): boolean {
  return alternatives.every((names) => names.some((name) => policies.includes(name)));
}
