/** 两个县级平台 of one city, and those who inspect their months. */
import { expect } from "vitest";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { addCounties } from "./countyMonths.ts";
import type { Open } from "./databases.ts";
import { type Answer, type Hotline, openHotline, type Person } from "./hotline.ts";

export const path = (county: string) => `/county-reports/2022-09/${encodeURIComponent(county)}`;
export const EAST = path("东河平台");
export const WEST = path("西山平台");

/** a month that adds up */
export const whole = {
  ...{ offered: 400, answered: 390, firstContact: { numerator: 280, denominator: 380 } },
  ...{ onTime: { numerator: 99, denominator: 100 }, followUp: { numerator: 90, denominator: 95 } },
  satisfaction: { numerator: 70, denominator: 80 },
};

export async function twoCounties(open: Open) {
  const hotline = await openHotline(await open());
  await addCounties(hotline);
  const [east, west] = [await hotline.as("county", "east"), await hotline.as("county", "west")];
  return { hotline, east, west, inspector: await hotline.as("inspector"), office: await hotline.as("office") };
}

/** the version that somebody sees */
export const seen = async (who: Person, at = EAST): Promise<string> => String((await who.get(at)).headers.etag);

export const says = async (who: Person, noun: string, body: unknown, at = EAST): Promise<Answer> =>
  who.post(at + noun, body, { "if-match": await seen(who, at) });

/** 说了，收下了 */
export async function said(who: Person, noun: string, body: unknown, at = EAST) {
  const answer = await says(who, noun, body, at);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

export const refused = async (who: Person, noun: string, body: unknown, at = EAST) =>
  (await says(who, noun, body, at)).body.code;

/** 账本没有破绽 */
export async function verifiedIn({ db, platform: { platform }, faults }: Hotline) {
  expect((await verifyLedger(db, { platform, noted: null, progress: () => {} })).finding).toBeNull();
  expect(faults).toEqual([]);
}
