import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, visit } from 'graphql';
import { accessDirectives } from '../../shared/policy/access-directives.js';
import { isFederationLink, readFederationNames } from '../../shared/policy/federation-names.js';
import { importsOf } from '../../shared/policy/link-import.js';

const access: ReadonlySet<string> = new Set(accessDirectives);

/**
 * A subgraph with its access directives under their own names. Composition refuses subgraphs that call one of them
 * differently, and which name the first of them took is no business of a member that brings another.
 */
export function withPlainAccessNames(subgraph: DocumentNode): DocumentNode {
  const { specNameOf } = readFederationNames(subgraph);
  const accessOf = (name: string): string | undefined => {
    const original = specNameOf(name);
    return original !== undefined && access.has(original) ? original : undefined;
  };
  const used = new Set<string>();
  visit(subgraph, {
    Directive({ name }) {
      used.add(accessOf(name.value) ?? '');
    },
  });
  used.delete('');
  return visit(subgraph, {
    // Federation defines them where they are imported.
    DirectiveDefinition: ({ name }) => (accessOf(name.value) === undefined ? undefined : null),
    Directive(node) {
      const original = accessOf(node.name.value);
      return original === undefined ? undefined : { ...node, name: { ...node.name, value: original } };
    },
    SchemaDefinition: (node) => ({ ...node, directives: withPlainImports(node.directives ?? [], used) }),
    SchemaExtension: (node) => ({ ...node, directives: withPlainImports(node.directives ?? [], used) }),
  });
}

function withPlainImports(
  directives: readonly ConstDirectiveNode[],
  used: ReadonlySet<string>,
): readonly ConstDirectiveNode[] {
  return directives.map((link) => {
    if (!isFederationLink(link)) {
      return link;
    }
    const others = importsOf(link).filter(({ original }) => !access.has(original.slice(1)));
    const imports = [
      ...others.map(({ original, local }) =>
        original === local ? textOf(original) : renamed(original, local),
      ),
      ...[...used].map((name) => textOf(`@${name}`)),
    ];
    const rest = (link.arguments ?? []).filter(({ name }) => name.value !== 'import');
    const name = { kind: Kind.NAME, value: 'import' } as const;
    const list = { kind: Kind.LIST, values: imports } as const;
    return { ...link, arguments: [...rest, { kind: Kind.ARGUMENT, name, value: list }] };
  });
}

function textOf(value: string): ConstValueNode {
  return { kind: Kind.STRING, value };
}

function renamed(original: string, local: string): ConstValueNode {
  const field = (key: string, value: string) =>
    ({
      kind: Kind.OBJECT_FIELD,
      name: { kind: Kind.NAME, value: key },
      value: { kind: Kind.STRING, value },
    }) as const;
  return { kind: Kind.OBJECT, fields: [field('name', original), field('as', local)] };
}
