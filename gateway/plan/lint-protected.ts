import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { readContractTypes } from '../../shared/policy/contract-types.js';
import type { FederationNames } from '../../shared/policy/federation-names.js';
import { fieldSetCoordinates } from '../../shared/policy/field-sets.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { schemaPlaces, typeNodes } from '../../shared/policy/schema-places.js';

type IsProtected = (directives: readonly ConstDirectiveNode[] | undefined) => boolean;

/** Keys travel to every other subgraph that asks: a field that only some may read cannot be one. */
export function protectedKeys(
  document: DocumentNode,
  { names, isProtected }: { readonly names: FederationNames; readonly isProtected: IsProtected },
): string[] {
  const types = readContractTypes(document);
  const closed = new Set(
    schemaPlaces(document)
      .filter(({ kind, directives }) => kind === 'FIELD' && isProtected(directives))
      .map(({ coordinate }) => coordinate),
  );
  return typeNodes(document).flatMap((node) => {
    const type = node.name.value;
    const keys = (node.directives ?? []).filter(({ name }) => names.specNameOf(name.value) === 'key');
    return keys.flatMap((key) =>
      fieldSetCoordinates(types, type, textArgument(key, 'fields') ?? '')
        .filter((coordinate) => closed.has(coordinate))
        .map((coordinate) => `"${coordinate}" is part of a key of "${type}" and protected`),
    );
  });
}

/** A field that must have a value takes everything around it with it where it is withheld. */
export function protectedNonNulls(document: DocumentNode, isProtected: IsProtected): string[] {
  const types = readContractTypes(document);
  const closed = new Set(
    typeNodes(document)
      .filter(({ directives }) => isProtected(directives))
      .map(({ name }) => name.value),
  );
  return types.names.flatMap((type) =>
    types
      .fields(type)
      .filter(
        (field) =>
          field.node.type.kind === Kind.NON_NULL_TYPE &&
          (isProtected(field.node.directives) || closed.has(field.type)),
      )
      .map(({ name }) => `"${type}.${name}" is protected and cannot be null`),
  );
}
