/** What a request's body says among its extensions; undefined where it says nothing. */
export function requestExtension(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !('extensions' in body)) {
    return undefined;
  }
  const { extensions } = body;
  if (typeof extensions !== 'object' || extensions === null || !Object.hasOwn(extensions, name)) {
    return undefined;
  }
  return Object.entries(extensions).find(([key]) => key === name)?.[1];
}
