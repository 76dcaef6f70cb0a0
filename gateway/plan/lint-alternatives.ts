import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';
import { knownPolicies } from '../../shared/policy/known-policies.js';
import { argumentOf } from '../../shared/policy/link-import.js';

/** The outer list is "or", the inner "and": an empty one of either is open to everybody, and a flat one is not what it seems. */
export function faultOfAlternatives(
  argument: 'scopes' | 'policies',
  directive: ConstDirectiveNode,
): string | undefined {
  const value = argumentOf(directive, argument);
  if (value === undefined) {
    return `no "${argument}"`;
  }
  if (value.kind !== Kind.LIST || value.values.some((inner) => inner.kind !== Kind.LIST)) {
    return `"${argument}" that is not a list of lists`;
  }
  if (value.values.length === 0) {
    return `an empty list of "${argument}", which is open to everybody`;
  }
  const alternatives = value.values.flatMap((inner) => (inner.kind === Kind.LIST ? [inner.values] : []));
  if (alternatives.some((inner) => inner.length === 0)) {
    return `an empty alternative in "${argument}", which is open to everybody`;
  }
  if (!alternatives.flat().every(isWord)) {
    return `"${argument}" that are not words`;
  }
  return argument === 'policies' ? faultOfPolicies(alternatives.flat()) : undefined;
}

function isWord(value: ConstValueNode): boolean {
  return value.kind === Kind.STRING && /^\S{1,200}$/.test(value.value);
}

/** A policy that nobody knows lets nobody in, ever. */
function faultOfPolicies(names: readonly ConstValueNode[]): string | undefined {
  const known: ReadonlySet<string> = new Set(knownPolicies);
  const unknown = names.flatMap((name) =>
    name.kind === Kind.STRING && !known.has(name.value) ? [`"${name.value}"`] : [],
  );
  return unknown.length === 0
    ? undefined
    : `${unknown.join(', ')}, none of the policies that are known: ${knownPolicies.join(', ')}`;
}
