import { Kind, type TypeDefinitionNode } from 'graphql';
import { namedType } from '../../shared/policy/contract-types.js';
import { listed } from '../../shared/policy/listed.js';

/** The names of the types that fields and arguments lead to from these. A reachable interface leads to its types. */
export function reachableTypes(
  types: ReadonlyMap<string, TypeDefinitionNode>,
  roots: readonly string[],
): ReadonlySet<string> {
  const implementing = implementations(types);
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (type !== undefined && !reached.has(name)) {
      reached.add(name);
      waiting.push(...leadsTo(type), ...(implementing.get(name) ?? []));
    }
  }
  return reached;
}

function implementations(types: ReadonlyMap<string, TypeDefinitionNode>): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of types.values()) {
    for (const { name } of 'interfaces' in type ? listed(type.interfaces) : []) {
      found.set(name.value, [...(found.get(name.value) ?? []), type.name.value]);
    }
  }
  return found;
}

function leadsTo(type: TypeDefinitionNode): readonly string[] {
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return [
        ...listed(type.interfaces).map(({ name }) => name.value),
        ...listed(type.fields).flatMap((field) => [
          namedType(field.type),
          ...listed(field.arguments).map((argument) => namedType(argument.type)),
        ]),
      ];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return listed(type.fields).map((field) => namedType(field.type));
    case Kind.UNION_TYPE_DEFINITION:
      return listed(type.types).map(({ name }) => name.value);
    default:
      return [];
  }
}
