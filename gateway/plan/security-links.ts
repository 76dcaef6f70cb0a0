import { type ConstDirectiveNode, Kind, print } from 'graphql';
import { parseSupergraph } from '../../shared/policy/access-table.js';
import { accessFeatureOf, readSupergraphNames } from '../../shared/policy/supergraph-names.js';

/**
 * The copy of a supergraph for the gateway, which refuses every `@link` with `for: SECURITY`: that argument is taken
 * away from the three access features, and nothing else is changed. Who may read what is decided by the raw supergraph
 * (`graph-policy.ts`). Throws BAD_CONTRACT where it links a security feature, or a version of one, that is not known.
 */
export function withoutSecurityPurpose(supergraphSdl: string): string {
  const document = parseSupergraph(supergraphSdl);
  if (readSupergraphNames(document).size === 0) {
    return supergraphSdl;
  }
  return print({
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? { ...definition, directives: (definition.directives ?? []).map(withoutPurpose) }
        : definition,
    ),
  });
}

function withoutPurpose(link: ConstDirectiveNode): ConstDirectiveNode {
  return accessFeatureOf(link) === undefined
    ? link
    : { ...link, arguments: (link.arguments ?? []).filter(({ name }) => name.value !== 'for') };
}
