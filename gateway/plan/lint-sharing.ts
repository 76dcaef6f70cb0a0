import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { accessDirectives } from '../../shared/policy/access-directives.js';
import { type ContractTypes, readContractTypes } from '../../shared/policy/contract-types.js';
import { readFederationNames } from '../../shared/policy/federation-names.js';
import { fieldSetCoordinates } from '../../shared/policy/field-sets.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { schemaPlaces } from '../../shared/policy/schema-places.js';
import { isExtensionName } from './extension.js';

interface NamedSubgraph {
  readonly name: string;
  readonly document: DocumentNode;
}

const closing: ReadonlySet<string> = new Set([...accessDirectives, 'inaccessible']);

/**
 * What subgraphs ask of one another by `@key` and `@requires` although it is protected or hidden there: composition
 * takes it without a word, and the values would travel to the server that asks. Extensions are held against the
 * owners' list of recipients (`extension-field-rules.ts`).
 */
export function lintSharing(subgraphs: readonly NamedSubgraph[]): string[] {
  const closed = subgraphs.map((subgraph) => ({ ...subgraph, places: closedPlaces(subgraph.document) }));
  return closed
    .filter(({ name }) => !isExtensionName(name))
    .flatMap(({ name, document }) => {
      const types = readContractTypes(document);
      const others = closed.filter((other) => other.name !== name);
      return askedOf(document, types).flatMap((coordinate) => {
        const owner = others.find(({ places }) => isClosed(coordinate, places, types));
        return owner === undefined
          ? []
          : [`[${name}] "${coordinate}" is asked for as a key or required, and closed in "${owner.name}"`];
      });
    });
}

/** Types and fields that somebody must not see. */
function closedPlaces(document: DocumentNode): ReadonlySet<string> {
  const { specNameOf } = readFederationNames(document);
  return new Set(
    schemaPlaces(document)
      .filter(({ directives }) => directives.some(({ name }) => closing.has(specNameOf(name.value) ?? '')))
      .map(({ coordinate }) => coordinate),
  );
}

function isClosed(coordinate: string, places: ReadonlySet<string>, types: ContractTypes): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  return [coordinate, type, types.field(type, field)?.type ?? ''].some((place) => places.has(place));
}

/** The coordinates in all field sets of a subgraph that it is sent by others. */
function askedOf(document: DocumentNode, types: ContractTypes): readonly string[] {
  const { specNameOf } = readFederationNames(document);
  const fieldSets = (directives: readonly ConstDirectiveNode[], type: string, spec: string) =>
    directives
      .filter(({ name }) => specNameOf(name.value) === spec)
      .flatMap((directive) => fieldSetCoordinates(types, type, textArgument(directive, 'fields') ?? ''));
  return schemaPlaces(document).flatMap(({ coordinate, kind, directives }) =>
    kind === 'FIELD'
      ? fieldSets(directives, coordinate.split('.')[0] ?? '', 'requires')
      : fieldSets(directives, coordinate, 'key'),
  );
}
