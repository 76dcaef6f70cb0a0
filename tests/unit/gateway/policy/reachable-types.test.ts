import { isTypeDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { reachableTypes } from '../../../../gateway/policy/reachable-types.js';

const types = new Map(
  parse(`
    type Field { to: [Leaf!]! }
    type Argument { of(one: Input): Int }
    type Implementing implements Face { a: Int }
    interface Face { a: Int }
    type Second implements Face & Other { a: Int }
    interface Other { a: Int }
    union Either = Leaf | Argument
    input Input { inner: [Input!] dim: Dim }
    enum Dim { ONE }
    type Leaf { a: Int }
    scalar When
  `)
    .definitions.filter(isTypeDefinitionNode)
    .map((node) => [node.name.value, node]),
);

test.each<[string, string[], string[]]>([
  ['its fields, through lists', ['Field'], ['Field', 'Leaf']],
  ['arguments and the fields of inputs', ['Argument'], ['Argument', 'Dim', 'Input']],
  ['interfaces and what else implements them', ['Implementing'], ['Face', 'Implementing', 'Other', 'Second']],
  ['what implements it', ['Face'], ['Face', 'Implementing', 'Other', 'Second']],
  ['what implements it, and their interfaces', ['Other'], ['Face', 'Implementing', 'Other', 'Second']],
  ['the types of a union', ['Either'], ['Argument', 'Dim', 'Either', 'Input', 'Leaf']],
  ['nothing, from a scalar or an enum', ['When', 'Dim'], ['Dim', 'When']],
  ['nothing, from a name that is none', ['Int', 'Nothing'], []],
])('a type leads to %s', (_what, from, reached) => {
  expect([...reachableTypes(types, from)].sort()).toEqual(reached);
});
