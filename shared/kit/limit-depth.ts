import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { AccordError } from '../errors/accord-error.js';
import type { MemberContext } from './member-context.js';

/** Refuses operations of more levels than `maxDepth`, fragments opened, before anything is read. */
export function createDepthLimit(maxDepth: number): ApolloServerPlugin<MemberContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation }) {
          const depth = depthOf(operation?.selectionSet, fragmentsOf(document));
          if (depth > maxDepth) {
            const fault = new AccordError(
              'QUERY_TOO_COMPLEX',
              `Expected an operation of at most ${maxDepth} levels, got ${depth}.`,
            );
            throw new GraphQLError(fault.message, {
              originalError: fault,
              extensions: { code: fault.code, http: { status: 400 } },
            });
          }
        },
      };
    },
  };
}

interface Fragments {
  readonly byName: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Depths already known, so that a fragment used many times is walked once. */
  readonly depths: Map<string, number>;
}

function fragmentsOf(document: DocumentNode): Fragments {
  const byName = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      byName.set(definition.name.value, definition);
    }
  }
  return { byName, depths: new Map() };
}

/** The document is validated, so no fragment spreads itself. */
function depthOf(set: SelectionSetNode | undefined, fragments: Fragments): number {
  let deepest = 0;
  for (const selection of set?.selections ?? []) {
    switch (selection.kind) {
      case Kind.FIELD:
        deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet, fragments));
        break;
      case Kind.INLINE_FRAGMENT:
        deepest = Math.max(deepest, depthOf(selection.selectionSet, fragments));
        break;
      case Kind.FRAGMENT_SPREAD:
        deepest = Math.max(deepest, fragmentDepth(selection.name.value, fragments));
    }
  }
  return deepest;
}

function fragmentDepth(name: string, fragments: Fragments): number {
  const known = fragments.depths.get(name);
  if (known !== undefined) {
    return known;
  }
  const depth = depthOf(fragments.byName.get(name)?.selectionSet, fragments);
  fragments.depths.set(name, depth);
  return depth;
}
