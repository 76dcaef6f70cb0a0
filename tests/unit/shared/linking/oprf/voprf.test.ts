import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { tokenOf } from '../../../../../shared/linking/oprf/token-of.js';
import {
  blindInput,
  createOprfKey,
  evaluatePoints,
  finishInputs,
  publicKeyOf,
} from '../../../../../shared/linking/oprf/voprf.js';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

/** RFC 9497, A.1.2: VOPRF mode of ristretto255-SHA512. */
const vectors = {
  seed: 'a3'.repeat(32),
  keyInfo: '74657374206b6579',
  secretKey: 'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909',
  publicKey: 'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e',
  cases: [
    {
      input: '00',
      blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
      blinded: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
      evaluated: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
      output:
        'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
    },
    {
      input: '5a'.repeat(17),
      blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
      blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
      evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
      output:
        '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
    },
  ],
};

test('the key is that of the vectors', () => {
  const { voprf } = ristretto255_oprf;
  const key = voprf.deriveKeyPair(bytes(vectors.seed), bytes(vectors.keyInfo));
  expect([hex(key.secretKey), hex(key.publicKey)]).toEqual([vectors.secretKey, vectors.publicKey]);
  expect(hex(publicKeyOf(bytes(vectors.secretKey)))).toBe(vectors.publicKey);
});

test.each(vectors.cases)(
  'an input gives what RFC 9497 gives, by the factor of the vector and by any other',
  (vector) => {
    const key = { secretKey: bytes(vectors.secretKey), publicKey: bytes(vectors.publicKey) };
    const fixed = { input: bytes(vector.input), blind: bytes(vector.blind), point: bytes(vector.blinded) };
    const evaluation = evaluatePoints(key, [fixed.point]);
    expect(evaluation.points.map(hex)).toEqual([vector.evaluated]);
    expect(finishInputs([fixed], evaluation, key.publicKey).map(hex)).toEqual([vector.output]);
    const blinded = blindInput(bytes(vector.input));
    expect(hex(blinded.point)).not.toBe(vector.blinded);
    const [output] = finishInputs([blinded], evaluatePoints(key, [blinded.point]), key.publicKey);
    expect(hex(output ?? new Uint8Array())).toBe(vector.output);
    expect(tokenOf(output ?? new Uint8Array())).toBe(
      Buffer.from(vector.output.slice(0, 64), 'hex').toString('base64url'),
    );
  },
);

test('a key other than the one that was made known does not pass', () => {
  const [known, other] = [createOprfKey(), createOprfKey()];
  const blinded = [blindInput(bytes('01')), blindInput(bytes('02'))];
  const points = blinded.map(({ point }) => point);
  expect(() => finishInputs(blinded, evaluatePoints(other, points), known.publicKey)).toThrow();
  const mixed = {
    ...evaluatePoints(known, points),
    points: evaluatePoints(known, [...points].reverse()).points,
  };
  expect(() => finishInputs(blinded, mixed, known.publicKey)).toThrow();
  expect(() => finishInputs(blinded, { ...mixed, points: [] }, known.publicKey)).toThrow();
});

test('what is no point, and the neutral one, are refused', () => {
  const key = createOprfKey();
  expect(() => evaluatePoints(key, [bytes('ff'.repeat(32))])).toThrow();
  expect(() => evaluatePoints(key, [ristretto255.Point.ZERO.toBytes()])).toThrow();
});
