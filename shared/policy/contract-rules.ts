import type { DocumentNode } from 'graphql';
import { type AccessRule, allOfRules, openRule } from './access-rule.js';
import { readAccessTable } from './access-table.js';
import { typeOfCoordinate } from './contract-model.js';
import { type ContractMask, readMasks } from './mask-table.js';

/** What all contracts of a member say of access: on what several share they are asked for together. */
export interface ContractRules {
  /** What stands at a coordinate itself. */
  ruleAt(coordinate: string): AccessRule;
  masksAt(coordinate: string): readonly ContractMask[];
}

/** Throws BAD_CONTRACT where a contract's directives are not what they should be. */
export function readContractRules(contracts: readonly DocumentNode[]): ContractRules {
  const tables = contracts.map(readAccessTable);
  const masks = contracts.map(readMasks);
  return {
    ruleAt: (coordinate) => distinctParts(tables.flatMap((table) => table.get(coordinate) ?? [])),
    masksAt: (coordinate) => distinct(masks.flatMap((table) => table.get(coordinate) ?? [])),
  };
}

/** What a field asks: for itself, for the type it is on and for the type it gives. */
export function accessOfField(
  rules: ContractRules,
  field: { readonly coordinate: string; readonly type: string },
): AccessRule {
  const places = [field.coordinate, typeOfCoordinate(field.coordinate), field.type];
  return distinctParts(places.map((place) => rules.ruleAt(place)));
}

/** What contracts share says the same in each: asked once, it is decided faster. */
function distinctParts(rules: readonly AccessRule[]): AccessRule {
  const { authenticated, scopes, policies } = rules.length === 0 ? openRule : allOfRules(rules);
  return { authenticated, scopes: distinct(scopes), policies: distinct(policies) };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
