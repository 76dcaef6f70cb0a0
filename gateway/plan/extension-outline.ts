import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import type { MemberId } from '../../shared/domain/ids.js';
import { type ContractTypes, readContractTypes } from '../../shared/policy/contract-types.js';
import { type FederationNames, readFederationNames } from '../../shared/policy/federation-names.js';
import { type Namespace, namespaceOf } from './extension.js';
import { type Recipients, receivedBy } from './recipients.js';

/** Types of the coalition that an extension may hang fields on, where the graph has them. */
export const extendableTypes: readonly string[] = ['Entity', 'Member', 'Person', 'Organization'];

/**
 * Whose a type of an extension is: its own, the root of queries, one of ours that it hangs fields on, federation's
 * machinery, or somebody else's.
 */
export type Standing = 'OWN' | 'ROOT' | 'EXTENDED' | 'MACHINERY' | 'FOREIGN';

/** One definition or extension of a type. */
export interface TypePart {
  readonly node: TypeDefinitionNode | TypeExtensionNode;
  readonly name: string;
  readonly standing: Standing;
}

/** Something of a schema that can carry directives, with its coordinate; `own` where the extension alone defines it. */
export interface Place {
  readonly coordinate: string;
  readonly own: boolean;
  readonly described: boolean;
  readonly directives: readonly ConstDirectiveNode[];
}

/** What the rules read of an extension. */
export interface ExtensionOutline {
  readonly member: MemberId;
  readonly namespace: Namespace;
  readonly document: DocumentNode;
  readonly typesByName: Pick<ContractTypes, 'field'>;
  readonly names: FederationNames;
  /** Coordinates of others' fields whose owners list the member as a recipient. */
  readonly received: ReadonlySet<string>;
  /** The types of the graph that may be extended. */
  readonly extendable: ReadonlySet<string>;
  readonly types: readonly TypePart[];
  readonly places: readonly Place[];
}

/** One rule for extensions: gives a sentence per breach. Composition itself accepts nearly all of them in silence. */
export type ExtensionRule = (extension: ExtensionOutline) => readonly string[];

/** What an extension is held against. */
export interface ExtensionSurroundings {
  /** The names of the types that the graph has without extensions. */
  readonly graphTypes: ReadonlySet<string>;
  readonly recipients: Recipients;
}

export function outlineExtension(
  member: MemberId,
  document: DocumentNode,
  { graphTypes, recipients }: ExtensionSurroundings,
): ExtensionOutline {
  const namespace = namespaceOf(member);
  const names = readFederationNames(document);
  const extendable = new Set(extendableTypes.filter((type) => graphTypes.has(type)));
  const types = document.definitions.flatMap((node): TypePart[] => {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) {
      return [];
    }
    const name = node.name.value;
    return [{ node, name, standing: standingOf(name, { namespace, names, extendable }) }];
  });
  const places = types.flatMap((part) => (part.standing === 'MACHINERY' ? [] : placesOf(part, namespace)));
  const received = receivedBy(recipients, member);
  const typesByName = readContractTypes(document);
  return { member, namespace, document, typesByName, names, received, extendable, types, places };
}

/** The fields of an object or interface type. */
export function outputFields({ node }: TypePart): readonly FieldDefinitionNode[] {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return node.fields ?? [];
    default:
      return [];
  }
}

/** Types that others define too. */
export function sharedTypes(types: readonly TypePart[]): readonly TypePart[] {
  return types.filter(({ standing }) => standing === 'ROOT' || standing === 'EXTENDED');
}

export function isObjectPart({ node }: TypePart): boolean {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function standingOf(
  name: string,
  of: Pick<ExtensionOutline, 'namespace' | 'names' | 'extendable'>,
): Standing {
  if (isWithin(name, of.namespace.type)) {
    return 'OWN';
  }
  if (name === 'Query') {
    return 'ROOT';
  }
  if (of.extendable.has(name)) {
    return 'EXTENDED';
  }
  return of.names.isMachinery(name) ? 'MACHINERY' : 'FOREIGN';
}

/** Whether a name is one of a namespace: the prefix and something after it. */
export function isWithin(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && name.length > prefix.length;
}

function placesOf(part: TypePart, namespace: Namespace): Place[] {
  const { node, name, standing } = part;
  const own = standing === 'OWN';
  const places = [placeOf(name, own, node)];
  for (const field of outputFields(part)) {
    const mayAdd = standing === 'ROOT' || standing === 'EXTENDED';
    const ownField = own || (mayAdd && isWithin(field.name.value, namespace.field));
    const coordinate = `${name}.${field.name.value}`;
    places.push(placeOf(coordinate, ownField, field));
    for (const argument of field.arguments ?? []) {
      places.push(placeOf(`${coordinate}(${argument.name.value}:)`, ownField, argument));
    }
  }
  for (const inner of innerNodes(node)) {
    places.push(placeOf(`${name}.${inner.name.value}`, own, inner));
  }
  return places;
}

/** Values of an enum and fields of an input type. */
function innerNodes(node: TypeDefinitionNode | TypeExtensionNode) {
  switch (node.kind) {
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return node.values ?? [];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return node.fields ?? [];
    default:
      return [];
  }
}

interface Annotated {
  readonly description?: unknown;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

function placeOf(coordinate: string, own: boolean, node: Annotated): Place {
  return { coordinate, own, described: node.description !== undefined, directives: node.directives ?? [] };
}
