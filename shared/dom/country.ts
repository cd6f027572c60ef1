// A country from the time zone, where the zone names just one. No look-up of the address, ever.
// The list holds the zones most visitors live in; another zone is simply no answer.

const ZONES =
  'ATVienna,AUMelbourne,AUSydney,BEBrussels,BRSao_Paulo,CAToronto,CAVancouver,CHZurich,CNShanghai,CZPrague,DEBerlin,DKCopenhagen,ESMadrid,FIHelsinki,FRParis,GBLondon,IEDublin,INCalcutta,INKolkata,ITRome,JPTokyo,KRSeoul,MXMexico_City,NLAmsterdam,NOOslo,PLWarsaw,PTLisbon,RUMoscow,SEStockholm,TRIstanbul,USChicago,USDenver,USLos_Angeles,USNew_York';

/** @returns ISO 3166-1 alpha-2, or undefined */
export function findCountry(timeZone: string): string | undefined {
  return ZONES.split(',')
    .find((entry) => timeZone.endsWith(`/${entry.slice(2)}`))
    ?.slice(0, 2);
}
