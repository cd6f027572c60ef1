// A country from the time zone, where the zone names just one. No look-up of the address, ever.
// The list holds the zones most visitors live in; another zone is simply no answer.

const ZONES =
  'AEDubai,ARBuenos_Aires,ATVienna,AUBrisbane,AUMelbourne,AUPerth,AUSydney,BEBrussels,BGSofia,BRSao_Paulo,CAToronto,CAVancouver,CHZurich,CLSantiago,CNShanghai,COBogota,CZPrague,DEBerlin,DKCopenhagen,EETallinn,EGCairo,ESMadrid,FIHelsinki,FRParis,GBLondon,GRAthens,HKHong_Kong,HRZagreb,HUBudapest,IDJakarta,IEDublin,ILJerusalem,INCalcutta,INKolkata,ITRome,JPTokyo,KENairobi,KRSeoul,LTVilnius,LULuxembourg,LVRiga,MXMexico_City,MYKuala_Lumpur,NGLagos,NLAmsterdam,NOOslo,NZAuckland,PELima,PHManila,PKKarachi,PLWarsaw,PTLisbon,ROBucharest,RSBelgrade,RUMoscow,SARiyadh,SEStockholm,SGSingapore,SILjubljana,SKBratislava,THBangkok,TRIstanbul,TWTaipei,UAKiev,UAKyiv,USChicago,USDenver,USLos_Angeles,USNew_York,USPhoenix,VNSaigon,ZAJohannesburg';

/** @returns ISO 3166-1 alpha-2, or undefined */
export function findCountry(timeZone: string): string | undefined {
  const city = timeZone.split('/').at(-1);
  return ZONES.split(',')
    .find((entry) => entry.slice(2) === city)
    ?.slice(0, 2);
}
