import type { FieldNode, GraphQLField } from 'graphql';
import type { UseTable } from '../../shared/policy/use-table.js';
import { type SelectionScope, selectedFields, selectionSetsBelow } from '../merge/selected-fields.js';
import type { Provider } from './provider.js';
import type { ProviderAccess } from './provider-access.js';
import { readUses } from './read-uses.js';
import type { RequestScope } from './request-scope.js';

/** What decides, before a provider of a domain is asked, what a caller may have of it. */
export interface DomainAccess {
  readonly uses: UseTable;
  readonly providers: ProviderAccess;
}

/** One field as a caller asks it: of the root, or of an entity. */
export interface AskedField {
  /** The type that it is on. */
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly selection: SelectionScope;
  readonly request: RequestScope;
  readonly isTotal: boolean;
  /** The fields `Type.field` that it asks for, at any depth. */
  readonly coordinates: () => ReadonlySet<string>;
}

/** The fields of the question that the caller may not read at a provider; DENIED where it may not be asked at all. */
export type QuestionAccess = (provider: Provider) => ReadonlySet<string> | 'DENIED';

const nothing: ReadonlySet<string> = new Set();

/** Decides one field's question for one caller, provider by provider. */
export function questionAccess(access: DomainAccess | undefined, asked: AskedField): QuestionAccess {
  if (access === undefined) {
    return () => nothing;
  }
  const { request, isTotal } = asked;
  const coordinates = asked.coordinates();
  const uses = usesOf(access.uses, asked);
  return (provider) => {
    const offersProof = request.proofs?.has(provider.member) === true;
    const { denied, unusable, notInTotals } = access.providers({
      caller: request.caller,
      provider,
      offersProof,
    });
    const fields = among(denied, coordinates);
    const isRefused =
      fields.has(`${asked.parent}.${asked.field.name}`) ||
      // What members add up belongs to no row: a part of it cannot be null for one of them.
      (isTotal && fields.size > 0) ||
      uses.some((field) => (isTotal ? notInTotals : unusable).has(field));
    return isRefused ? 'DENIED' : fields;
  };
}

const found = new WeakMap<ReadonlySet<string>, WeakMap<ReadonlySet<string>, ReadonlySet<string>>>();

/** What is in both sets, which are never changed: members of one policy and questions of one text meet again. */
function among(denied: ReadonlySet<string>, coordinates: ReadonlySet<string>): ReadonlySet<string> {
  if (denied.size === 0) {
    return nothing;
  }
  const known = found.get(denied) ?? new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
  found.set(denied, known);
  const both = known.get(coordinates) ?? new Set([...denied].filter((field) => coordinates.has(field)));
  known.set(coordinates, both);
  return both;
}

function usesOf(
  table: UseTable,
  { parent, field, nodes, args, selection, isTotal }: AskedField,
): readonly string[] {
  const selected = isTotal ? [...selectedFields(selectionSetsBelow(nodes), selection).values()] : [];
  const names = selected.flatMap(([node]) => (node === undefined ? [] : [node.name.value]));
  const own = table.get(`${parent}.${field.name}`) ?? [];
  return [...own, ...readUses(table, field, { args, selected: names })];
}
