// Whether a user agent says of itself that nobody sits in front of it.
//
// Robots that run scripts index, check or picture what everybody gets: they are shown the original, and a history of
// theirs would be one of nobody. Only what they declare counts; who pretends to be a browser is treated as one.

/**
 * `bot` where no letter follows ("Googlebot/2.1", "AdsBot-Google"), but for the phones named Cubot; the words of those
 * that crawl, preview, measure and render; and an address of who is asking, which no browser carries.
 *
 * @see https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers
 */
const ROBOT =
  /(?<!cu)bot(?![a-z])|https?:|crawl|spider|preview|lighthouse|page ?speed|ptst|gtmetrix|synthetic|mediapartners|inspectiontool|googleother/i;

export const isRobot = (userAgent: string): boolean => ROBOT.test(userAgent);
