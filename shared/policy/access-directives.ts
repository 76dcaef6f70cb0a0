import { type ConstDirectiveNode, Kind } from 'graphql';
import { AccordError } from '../errors/accord-error.js';
import type { Alternatives } from './access-rule.js';
import { argumentOf } from './link-import.js';
import type { SchemaPlace } from './schema-places.js';

/** The directives of federation that say who may read. */
export const accessDirectives = ['authenticated', 'requiresScopes', 'policy'] as const;
export type AccessDirective = (typeof accessDirectives)[number];

/** Where they can stand. */
export const protectable: ReadonlySet<SchemaPlace['kind']> = new Set([
  'OBJECT',
  'INTERFACE',
  'SCALAR',
  'ENUM',
  'FIELD',
]);

/** The argument that holds the alternatives, where the directive has any. */
export function alternativesArgument(directive: AccessDirective): 'scopes' | 'policies' | undefined {
  switch (directive) {
    case 'authenticated':
      return undefined;
    case 'requiresScopes':
      return 'scopes';
    case 'policy':
      return 'policies';
  }
}

/**
 * A list of lists of names, such as `[["a", "b"], ["c"]]`. Throws BAD_CONTRACT on anything else: a flat list would be
 * coerced into alternatives that nobody meant.
 */
export function readAlternatives(directive: ConstDirectiveNode, argument: string): Alternatives {
  const value = argumentOf(directive, argument);
  const alternatives =
    value?.kind === Kind.LIST
      ? value.values.map((inner) =>
          inner.kind === Kind.LIST
            ? inner.values.map((name) => (name.kind === Kind.STRING ? name.value : undefined))
            : [undefined],
        )
      : [[undefined]];
  return alternatives.map((names) =>
    names.map((name) => {
      if (name === undefined) {
        throw new AccordError(
          'BAD_CONTRACT',
          `Expected "${argument}" of "@${directive.name.value}" as a list of lists of names, got something else.`,
        );
      }
      return name;
    }),
  );
}
