/** Where a provider's member publishes its policy: `<root>/policy` beside `<root>/<domain>/graphql`. Undefined elsewhere. */
export function policyUrlOf(provider: { readonly domain: string; readonly url: string }): string | undefined {
  const { origin, pathname } = new URL(provider.url);
  const own = `/${provider.domain}/graphql`;
  return pathname.endsWith(own) ? `${origin}${pathname.slice(0, -own.length)}/policy` : undefined;
}
