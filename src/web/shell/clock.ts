/** 钟: the one place that reads this machine's clock, which may be wrong; the server's time comes with every answer. */

/** how far this machine's clock is ahead of the server's, in milliseconds */
let ahead = 0;

export const machineNow = (): number => Date.now();

/** told with every answer: its `Date` header */
export function noteTime(date: string | null): void {
  if (date !== null) ahead = machineNow() - Date.parse(date);
}

/** 服务器的时刻 */
export const serverNow = (): number => machineNow() - ahead;
export const clockAhead = (): number => ahead;
