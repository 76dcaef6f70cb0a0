import { canonicalDecimal } from '../../../shared/domain/decimal.js';
import type { RealEstate } from '../domain/declaration-body.js';

/**
 * Where a property is, as far as it may be kept: province and city or district. The rest of the location, down to the
 * lot or the name of the block of flats, would tell a home and is dropped. Undefined where the location does not start
 * with a province, for example abroad.
 */
export function krPlaceOf(detail: string): Pick<RealEstate, 'country' | 'region' | 'city'> | undefined {
  const [province = '', ...rest] = detail.split(/\s+/);
  if (!/(특별시|광역시|특별자치시|특별자치도|도)$/.test(province) || rest.length === 0) {
    return undefined;
  }
  const end = rest.findIndex((part) => !/[시군구]$/.test(part));
  const city = rest.slice(0, end === -1 ? 2 : Math.min(end, 2)).join(' ');
  return { country: 'KR', region: province, ...(city === '' ? {} : { city }) };
}

/** `건물 114.78㎡ 중 57.39㎡`: of 114.78 m² the owner has 57.39. Of land and building, the building is measured. */
export function krAreaOf(detail: string): Pick<RealEstate, 'area' | 'areaOwned'> {
  const areas = [
    ...detail.matchAll(/(건물)?\s*([\d,]+(?:\.\d{1,6})?)㎡(?:\s*중\s*([\d,]+(?:\.\d{1,6})?)㎡)?/g),
  ];
  const chosen = areas.find((area) => area[1] !== undefined) ?? areas[0];
  return { area: squareMetres(chosen?.[2]), areaOwned: squareMetres(chosen?.[3]) };
}

function squareMetres(text: string | undefined): string | undefined {
  const digits = text?.replaceAll(',', '');
  return digits === undefined || !/^\d{1,12}(\.\d+)?$/.test(digits) ? undefined : canonicalDecimal(digits);
}
