import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { importsOf, textArgument } from '../../../../shared/policy/link-import.js';

function linkOf(args: string): ConstDirectiveNode {
  const [extension] = parse(`extend schema @link(${args})`).definitions;
  const [link] = extension?.kind === Kind.SCHEMA_EXTENSION ? (extension.directives ?? []) : [];
  if (link === undefined) {
    throw new Error('Expected a link.');
  }
  return link;
}

test.each<[string, string, ReturnType<typeof importsOf>]>([
  ['a name', '["@key"]', [{ local: '@key', original: '@key' }]],
  ['a name with another', '[{ name: "@key", as: "@pk" }]', [{ local: '@pk', original: '@key' }]],
  ['a name in braces', '[{ name: "@key" }]', [{ local: '@key', original: '@key' }]],
  ['no name', '[{ as: "@pk" }]', []],
  ['what is no name', '[1, { name: 2, as: "@pk" }]', []],
  ['no list', '"@key"', []],
])('a link that imports %s', (_, list, imports) => {
  expect(importsOf(linkOf(`url: "https://example.org/a/v1.0", import: ${list}`))).toEqual(imports);
});

test('a link that imports nothing', () => {
  expect(importsOf(linkOf('url: "https://example.org/a/v1.0"'))).toEqual([]);
});

test('a text of a link is one, and nothing else is', () => {
  const link = linkOf('url: "https://example.org/a/v1.0", as: 1');
  expect(textArgument(link, 'url')).toBe('https://example.org/a/v1.0');
  expect([textArgument(link, 'as'), textArgument(link, 'for')]).toEqual([undefined, undefined]);
});
