// This page view's facts, as conditions of kind `context` ask for them; the same answers as the tag's own
// (snippet/observe/facts.ts), which a test compares rule by rule on the demo shop.

import type { Facts } from '../../shared/engine/decide.ts';

const find = (table: [string, RegExp][], text: string) =>
  table.find(([, words]) => words.test(text))?.[0] ?? 'other';

/** Order matters: every browser claims to be the ones before it. */
const BROWSERS: [string, RegExp][] = [
  ['edge', /Edg/],
  ['opera', /OPR\//],
  ['samsung', /SamsungBrowser/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrom|CriOS/],
  ['safari', /Safari/],
];
const SYSTEMS: [string, RegExp][] = [
  ['android', /Android/],
  ['ios', /iPhone|iPad|iPod/],
  ['windows', /Windows/],
  ['chromeos', /CrOS/],
  ['macos', /Mac OS/],
  ['linux', /Linux|X11/],
];
/** Country and city of the time zones that name just one country. */
const ZONES =
  'AEDubai,ARBuenos_Aires,ATVienna,AUBrisbane,AUMelbourne,AUPerth,AUSydney,BEBrussels,BGSofia,BRSao_Paulo,CAToronto,CAVancouver,CHZurich,CLSantiago,CNShanghai,COBogota,CZPrague,DEBerlin,DKCopenhagen,EETallinn,EGCairo,ESMadrid,FIHelsinki,FRParis,GBLondon,GRAthens,HKHong_Kong,HRZagreb,HUBudapest,IDJakarta,IEDublin,ILJerusalem,INCalcutta,INKolkata,ITRome,JPTokyo,KENairobi,KRSeoul,LTVilnius,LULuxembourg,LVRiga,MXMexico_City,MYKuala_Lumpur,NGLagos,NLAmsterdam,NOOslo,NZAuckland,PELima,PHManila,PKKarachi,PLWarsaw,PTLisbon,ROBucharest,RSBelgrade,RUMoscow,SARiyadh,SEStockholm,SGSingapore,SILjubljana,SKBratislava,THBangkok,TRIstanbul,TWTaipei,UAKiev,UAKyiv,USChicago,USDenver,USLos_Angeles,USNew_York,USPhoenix,VNSaigon,ZAJohannesburg';

const findCountry = (timeZone: string): string | undefined => {
  const city = timeZone.split('/').at(-1);
  return ZONES.split(',')
    .find((entry) => entry.slice(2) === city)
    ?.slice(0, 2);
};

export function readFacts(url: URL): Facts {
  const { userAgent, language, languages, maxTouchPoints } = navigator;
  const media = (condition: string) => matchMedia(`(${condition})`).matches;
  // iPadOS calls itself a Mac; no Mac has a touch screen
  const iPad = /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const facts: Facts = {
    path: url.pathname,
    language: language?.split('-')[0]?.toLowerCase(),
    languages: languages && [...languages],
    timeZone,
    country: findCountry(timeZone ?? ''),
    device:
      iPad || /Tablet|Android(?!.*Mobile)/.test(userAgent)
        ? 'tablet'
        : /Mobi|iPhone|iPod/.test(userAgent)
          ? 'phone'
          : 'desktop',
    os: iPad ? 'ios' : find(SYSTEMS, userAgent),
    browser: find(BROWSERS, userAgent),
    'viewport.width': innerWidth,
    colorScheme: media('prefers-color-scheme: dark') ? 'dark' : 'light',
    pointer: media('pointer: fine') ? 'fine' : media('pointer: coarse') ? 'coarse' : 'none',
    saveData: !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData,
  };
  for (const [name, value] of url.searchParams) facts[`query.${name}`] ??= value;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
