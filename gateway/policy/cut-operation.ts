import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { listed } from '../../shared/policy/listed.js';
import { findField, isIntrospection } from './find-field.js';
import type { CallerView } from './graph-access.js';
import { conditionsOf } from './read-conditions.js';
import { type PlanField, type PlanSelection, typeKey } from './shape-plan.js';

/** What to cut out of which operation. */
export interface CutSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly view: Pick<CallerView, 'denied' | 'visible' | 'hiddenTypes'>;
  /** Fields whose arguments use what the caller may not. */
  readonly deniedNodes: ReadonlySet<FieldNode>;
}

/** What is left of some selections, and how the answer to them has to be shaped. */
export interface Cut {
  readonly selections: readonly SelectionNode[];
  readonly plan: readonly PlanSelection[];
  /** Whether something of them, or below them, was cut. */
  readonly isTouched: boolean;
}

/** Where selections stand: the type that they are written on, and the object types that can be there. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly rows: readonly string[];
}

/** A split for each type of an interface, within another, within another, can grow beyond all measure. */
const maxSelections = 20_000;

/**
 * Cuts out of an operation what the caller may not read, fragments put in where they are spread. A field that only some
 * types of an interface protect is asked for on each of the others. Never changes a node; throws QUERY_TOO_COMPLEX.
 */
export class OperationCutter {
  readonly #source: CutSource;
  #selections = 0;

  constructor(source: CutSource) {
    this.#source = source;
  }

  /** Cuts the selections of a whole object of a type. */
  cutObject(set: SelectionSetNode, type: GraphQLCompositeType): Cut {
    const rows = this.#objectTypes(type);
    const all = this.#cutAll(set.selections, { type, rows });
    // Objects of a type that the caller is not told of are cut by what they turn out to be.
    const cut = rows.some((row) => this.#source.view.hiddenTypes.has(row))
      ? { ...all, isTouched: true }
      : all;
    // A type is asked for where fragments depend on it, and so that an object is there to be told from null.
    const needsType = cut.isTouched && (isAbstractType(type) || !isCertain(cut.selections, type.name));
    return needsType ? { ...cut, selections: [...cut.selections, typeSelection] } : cut;
  }

  /** Cuts the selections of the root, of which nothing may be left. */
  cutRoot(set: SelectionSetNode, type: GraphQLCompositeType): Cut {
    return this.#cutAll(set.selections, { type, rows: [type.name] });
  }

  #cutAll(nodes: readonly SelectionNode[], place: Place): Cut {
    return joinCuts(nodes.map((node) => this.#cutSelection(node, place)));
  }

  #cutSelection(node: SelectionNode, place: Place): Cut {
    this.#selections += 1;
    if (this.#selections > maxSelections) {
      throw new GraphQLError('Expected a simpler operation: with what may be read of it, it is too large.', {
        extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
      });
    }
    return node.kind === Kind.FIELD ? this.#cutField(node, place) : this.#cutFragment(node, place);
  }

  #cutFragment(node: FragmentSpreadNode | InlineFragmentNode, place: Place): Cut {
    const inner = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragment(node.name.value) : node;
    const on = inner.typeCondition;
    const type = on === undefined ? place.type : this.#compositeType(on.name.value);
    const types = this.#objectTypes(type);
    const rows = place.rows.filter((row) => types.includes(row));
    const cut = this.#cutAll(inner.selectionSet.selections, { type, rows });
    const left: InlineFragmentNode = {
      kind: Kind.INLINE_FRAGMENT,
      ...(on === undefined ? {} : { typeCondition: on }),
      directives: listed(node.directives),
      selectionSet: selectionSet(cut.selections),
    };
    return {
      selections: cut.selections.length === 0 ? [] : [left],
      plan: [
        {
          kind: 'FRAGMENT',
          conditions: conditionsOf(node),
          types: on === undefined ? undefined : new Set(types),
          below: cut.plan,
        },
      ],
      isTouched: cut.isTouched,
    };
  }

  #cutField(node: FieldNode, place: Place): Cut {
    const { deniedNodes, view } = this.#source;
    const name = node.name.value;
    const plan = {
      kind: 'FIELD',
      key: node.alias?.value ?? name,
      name,
      conditions: conditionsOf(node),
    } as const;
    const shown = place.rows.filter((row) => !view.hiddenTypes.has(row));
    const deniedOn = new Set(shown.filter((row) => view.denied.has(`${row}.${name}`)));
    const open = shown.filter((row) => !deniedOn.has(row));
    const isOnNone = deniedOn.size > 0 && open.length === 0;
    if (isOnNone || deniedNodes.has(node) || view.denied.has(`${place.type.name}.${name}`)) {
      const denied: PlanField = { ...plan, isDenied: true, deniedOn, isTouchedBelow: false, below: [] };
      return { selections: [], plan: [denied], isTouched: true };
    }
    if (view.visible !== undefined && isIntrospection(name)) {
      const told: PlanField = { ...plan, isDenied: false, deniedOn, isTouchedBelow: false, below: [] };
      return { selections: [], plan: [told], isTouched: true };
    }
    const below = this.#cutBelow(node, place.type);
    const isTouchedBelow = below?.isTouched === true;
    const left = below === undefined ? node : { ...node, selectionSet: selectionSet(below.selections) };
    const isSplit = open.length < place.rows.length && name !== TypeNameMetaFieldDef.name;
    return {
      selections: isSplit ? splitByType(left, open) : [left],
      plan: [{ ...plan, isDenied: false, deniedOn, isTouchedBelow, below: below?.plan ?? [] }],
      isTouched: isSplit || isTouchedBelow,
    };
  }

  #cutBelow(node: FieldNode, parent: GraphQLCompositeType): Cut | undefined {
    if (node.selectionSet === undefined) {
      return undefined;
    }
    const type = getNamedType(findField(parent, node.name.value)?.type);
    invariant(isCompositeType(type), 'a validated operation names fields of the schema');
    return this.cutObject(node.selectionSet, type);
  }

  #fragment(name: string): FragmentDefinitionNode {
    const fragment = this.#source.fragments.get(name);
    invariant(fragment !== undefined, 'a validated operation spreads fragments of its document');
    return fragment;
  }

  #compositeType(name: string): GraphQLCompositeType {
    const type = this.#source.schema.getType(name);
    invariant(isCompositeType(type), 'a validated fragment is on a composite type');
    return type;
  }

  #objectTypes(type: GraphQLCompositeType): readonly string[] {
    return isObjectType(type)
      ? [type.name]
      : this.#source.schema.getPossibleTypes(type).map(({ name }) => name);
  }
}

const typeSelection: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: typeKey },
  name: { kind: Kind.NAME, value: TypeNameMetaFieldDef.name },
};

/** The field on each of these types alone. */
function splitByType(node: FieldNode, types: readonly string[]): InlineFragmentNode[] {
  return types.map((type) => ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: selectionSet([node]),
  }));
}

function joinCuts(cuts: readonly Cut[]): Cut {
  return {
    selections: cuts.flatMap(({ selections }) => selections),
    plan: cuts.flatMap(({ plan }) => plan),
    isTouched: cuts.some(({ isTouched }) => isTouched),
  };
}

/** Whether objects of a type have at least one of these fields, whatever the variables. */
function isCertain(selections: readonly SelectionNode[], type: string): boolean {
  return selections.some((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD || listed(node.directives).length > 0) {
      return false;
    }
    const on = node.kind === Kind.FIELD ? undefined : node.typeCondition?.name.value;
    return (
      node.kind === Kind.FIELD ||
      ((on === undefined || on === type) && isCertain(node.selectionSet.selections, type))
    );
  });
}

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
