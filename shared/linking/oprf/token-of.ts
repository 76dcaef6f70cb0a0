/** A token is the first 32 bytes of an output in base64url: 43 signs. */
const tokenBytes = 32;

export function tokenOf(output: Uint8Array): string {
  return Buffer.from(output.subarray(0, tokenBytes)).toString('base64url');
}

/** The bytes that go into the function for a text of `tokenInputs`. */
export function inputBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
