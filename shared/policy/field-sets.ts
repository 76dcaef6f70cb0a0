import { type FieldNode, Kind, parse, type SelectionNode } from 'graphql';
import type { ContractTypes } from './contract-types.js';

/**
 * The coordinates that a field set of federation (`@key`, `@requires`, `@provides`) selects on a type, at any depth;
 * `Type.field` also where the schema has no such field. None where it does not parse, which composition names.
 */
export function fieldSetCoordinates(
  types: Pick<ContractTypes, 'field'>,
  type: string,
  fieldSet: string,
): readonly string[] {
  try {
    const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true, maxTokens: 1000 }).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION
      ? selected(types, type, operation.selectionSet.selections)
      : [];
  } catch {
    return [];
  }
}

function selected(
  types: Pick<ContractTypes, 'field'>,
  type: string,
  selections: readonly SelectionNode[],
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return [];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value ?? type;
      return selected(types, on, selection.selectionSet.selections);
    }
    return selectedField(types, type, selection);
  });
}

function selectedField(types: Pick<ContractTypes, 'field'>, type: string, node: FieldNode): string[] {
  const { value: name } = node.name;
  if (name === '__typename') {
    return [];
  }
  const within = selected(types, types.field(type, name)?.type ?? '', node.selectionSet?.selections ?? []);
  return [`${type}.${name}`, ...within];
}
