import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { namedType } from '../../shared/policy/contract-types.js';
import { argumentOf, textArgument } from '../../shared/policy/link-import.js';
import { typeNodes } from '../../shared/policy/schema-places.js';

/** A field of a supergraph, the type it is on and the type it gives. */
export interface OwnedField {
  readonly coordinate: string;
  readonly parent: string;
  readonly type: string;
}

/** The fields of output types that no subgraph serves but those that `isTheirs` names. */
export function fieldsServedOnlyBy(
  supergraph: DocumentNode,
  isTheirs: (subgraph: string) => boolean,
): readonly OwnedField[] {
  const names = subgraphNames(supergraph);
  const areTheirs = (graphs: readonly string[]): boolean =>
    graphs.length > 0 && graphs.every((graph) => isTheirs(names.get(graph) ?? ''));
  return typeNodes(supergraph).flatMap((node) => {
    const parent = node.name.value;
    const ofType = graphsOf(node.directives, 'join__type');
    return ('fields' in node ? (node.fields ?? []) : []).flatMap((field): OwnedField[] => {
      // Without a `@join__field` a field is of every subgraph that has the type.
      const ofField = graphsOf(field.directives, 'join__field');
      const isOutput = field.kind === Kind.FIELD_DEFINITION;
      return isOutput && areTheirs(ofField.length > 0 ? ofField : ofType)
        ? [{ coordinate: `${parent}.${field.name.value}`, parent, type: namedType(field.type) }]
        : [];
    });
  });
}

/** What the values of `join__Graph` stand for. */
function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    typeNodes(supergraph).flatMap((node) =>
      node.name.value === 'join__Graph' && 'values' in node
        ? (node.values ?? []).flatMap(({ name, directives }): [string, string][] => {
            const graph = directives?.find((directive) => directive.name.value === 'join__graph');
            const subgraph = graph === undefined ? undefined : textArgument(graph, 'name');
            return subgraph === undefined ? [] : [[name.value, subgraph]];
          })
        : [],
    ),
  );
}

function graphsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string): string[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => {
      const graph = argumentOf(directive, 'graph');
      return graph?.kind === Kind.ENUM ? [graph.value] : [];
    });
}
