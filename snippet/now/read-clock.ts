// What the visitor's clock says: facts of the instant at which the page was opened.

export const readHour = (_url: URL, at: number): number => new Date(at).getHours();
/** 1 Monday … 7 Sunday */
export const readWeekday = (_url: URL, at: number): number => new Date(at).getDay() || 7;
