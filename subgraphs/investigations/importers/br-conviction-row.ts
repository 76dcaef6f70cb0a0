import { z } from 'zod';

const publicId = z.string().regex(/^[1-9]\d{0,11}$/, 'a whole number');
const words = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .transform((text) => (text === '' ? undefined : text));
const flag = z.enum(['True', 'False'], { error: '"True" or "False"' }).transform((text) => text === 'True');

/** A row of the register as abjur publishes it. Dates and amounts are read later: a bad one does not cost the row. */
export const ConvictionRow = z.object({
  id_condenacao: publicId,
  id_processo: publicId,
  id_pessoa: publicId,
  n_processo: words,
  nm_pessoa: z.string().trim().min(1, 'a name'),
  tribunal: words,
  instancia: words,
  esfera_processo: words,
  comarca_secao: words,
  vara_camara: words,
  uf_processo: z
    .string()
    .trim()
    .regex(/^([A-Z]{2})?$/, 'a state of two letters or nothing'),
  dt_propositura: words,
  dt_pena: words,
  dt_cadastro: words,
  tipo_pena: words,
  assunto_nm_1: words,
  assunto_nm_2: words,
  assunto_nm_3: words,
  teve_multa: flag,
  vl_multa: words,
  teve_ressarcimento: flag,
  vl_ressarcimento: words,
  teve_perda_bens: flag,
  vl_perda_bens: words,
  teve_proibicao: flag,
  de_proibicao: words,
  ate_proibicao: words,
});
export type ConvictionRow = z.infer<typeof ConvictionRow>;
