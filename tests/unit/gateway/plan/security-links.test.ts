import { describe, expect, it } from 'vitest';
import { openSecurityLinks } from '../../../../gateway/plan/security-links.js';

const base =
  '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)';

function supergraph(links: string, fields = 'a: Int'): string {
  return `schema ${base} ${links} { query: Query }
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
type Query { ${fields} }`;
}

const of = (feature: string, rest = '') =>
  `@link(url: "https://specs.apollo.dev/${feature}/v0.1"${rest}, for: SECURITY)`;

describe('openSecurityLinks', () => {
  it('leaves a supergraph without access features as it is', () => {
    const sdl = supergraph('');
    expect(openSecurityLinks(sdl)).toBe(sdl);
  });

  it.each(['authenticated', 'requiresScopes', 'policy'])(
    'takes the purpose from %s, and from no other',
    (feature) => {
      const opened = openSecurityLinks(supergraph(of(feature)));
      expect(opened).toContain(`@link(url: "https://specs.apollo.dev/${feature}/v0.1")`);
      expect(opened).toContain('@link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)');
      expect(opened).not.toContain('for: SECURITY');
    },
  );

  it.each([
    ['another version', '@link(url: "https://specs.apollo.dev/policy/v0.2", for: SECURITY)'],
    ['another feature', '@link(url: "https://specs.example.org/secret/v0.1", for: SECURITY)'],
    ['a name that only begins alike', '@link(url: "https://specs.apollo.dev/policyX/v0.1", for: SECURITY)'],
  ])('leaves the purpose of %s, which stops the load', (_what, link) => {
    expect(openSecurityLinks(supergraph(`${of('authenticated')} ${link}`))).toContain(link);
  });

  it.each([
    ['plain', of('authenticated'), 'a: Int @authenticated'],
    ['with arguments', of('requiresScopes'), 'a: Int @requiresScopes(scopes: [["x"]])'],
    ['namespaced', of('policy', ', as: "rules"'), 'a: Int @rules(policies: [["x"]])'],
    [
      'namespaced with its own name',
      of('policy', ', as: "rules"'),
      'a: Int @rules__policy(policies: [["x"]])',
    ],
    ['renamed', of('authenticated', ', import: [{ name: "@authenticated", as: "@needs" }]'), 'a: Int @needs'],
    ['imported', of('authenticated', ', import: ["@authenticated"]'), 'a: Int @authenticated'],
  ])('refuses a supergraph that uses an access directive: %s', (_what, link, field) => {
    const open = () => openSecurityLinks(supergraph(link, field));
    expect(open).toThrow(expect.objectContaining({ code: 'BAD_CONTRACT' }));
    expect(open).toThrow('it uses them 1 times');
  });

  it('refuses one on a type or a scalar', () => {
    const sdl = `${supergraph(of('authenticated'))} scalar Secret @authenticated type T @authenticated { a: Int }`;
    expect(() => openSecurityLinks(sdl)).toThrow('it uses them 2 times');
  });

  it('names a text that does not parse', () => {
    expect(() => openSecurityLinks('type {')).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: expect.stringContaining("Expected a supergraph in GraphQL's schema language: Syntax Error"),
      }),
    );
  });
});
