/** JSON with sorted names and without what is undefined: the same text for the same content. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (!isObject(value)) {
    return JSON.stringify(value) ?? 'null';
  }
  const parts: string[] = [];
  for (const name of Object.keys(value).sort()) {
    if (value[name] !== undefined) {
      parts.push(`${JSON.stringify(name)}:${canonicalJson(value[name])}`);
    }
  }
  return `{${parts.join(',')}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
