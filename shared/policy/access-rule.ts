/** Alternatives of which one must hold (the outer list), each of names that must all hold (the inner). */
export type Alternatives = readonly (readonly string[])[];

/**
 * What federation's `@authenticated`, `@requiresScopes` and `@policy` ask of a caller at one place of a schema. All of
 * it must hold: rules of several subgraphs on one place are listed beside each other and never loosen one another.
 */
export interface AccessRule {
  readonly authenticated: boolean;
  readonly scopes: readonly Alternatives[];
  readonly policies: readonly Alternatives[];
}

/** Asks nothing. */
export const openRule: AccessRule = { authenticated: false, scopes: [], policies: [] };

/** Rules by schema coordinate: `Type` for a type, `Type.field` for a field. What is not in it asks nothing. */
export type AccessTable = ReadonlyMap<string, AccessRule>;

/** A rule that asks all that these ask. */
export function allOfRules(rules: readonly AccessRule[]): AccessRule {
  return {
    authenticated: rules.some(({ authenticated }) => authenticated),
    scopes: rules.flatMap(({ scopes }) => scopes),
    policies: rules.flatMap(({ policies }) => policies),
  };
}

export function isOpen({ authenticated, scopes, policies }: AccessRule): boolean {
  return !authenticated && scopes.length === 0 && policies.length === 0;
}
