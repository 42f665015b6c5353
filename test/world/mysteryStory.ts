/** 拨测的故事: two counties that are phoned, the inspectors who plan and rate, the office that settles. */
import { expect } from "vitest";
import { twoCounties } from "./countyStory.ts";
import type { Open } from "./databases.ts";
import type { Answer, Hotline, Person } from "./hotline.ts";
import { accounts, signIn } from "./signing.ts";

export const MONTH = "2022-10";
export const COUNTY = "东河平台";
/** draws the 10th, which is the day on which these stories begin, and the 20th */
export const SEED = "seed-15";
export const rating = {
  ...{ secondsToAnswer: 9, voiceMenu: 1000, etiquette: 3500 },
  ...{ knowledge: 2000, followUp: 750, note: null },
};

/** signed in with a number of his own */
const numbered = async (hotline: Hotline, number: string): Promise<Person> =>
  hotline.signedIn((await signIn(hotline, number)).body.token);

/** at nine o'clock of another day, when sessions of days before have run out: the first inspector again */
export const onDay = async (hotline: Hotline, day: string): Promise<Person> => {
  hotline.at(`${day}T09:00:00+08:00`);
  return numbered(hotline, "i1");
};

export async function mysteryCalls(open: Open) {
  const { hotline, east, west, office } = await twoCounties(open);
  const numbers = ["i1", "i2", "i3"];
  await accounts(hotline, ...numbers.map((number) => ({ number, role: "inspector" as const })));
  const inspectors: Person[] = [];
  for (const number of numbers) inspectors.push(await numbered(hotline, number));
  return { hotline, east, west, office, inspectors };
}

export const planBy = (who: Person, more: object = {}): Promise<Answer> =>
  who.post("/mystery-plans", { month: MONTH, county: COUNTY, calls: 2, seed: SEED, ...more });

/** 排好了, the calls by their ids */
export async function plannedBy(who: Person, more?: object): Promise<string[]> {
  const { status, body } = await planBy(who, more);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows.map(({ id }: { id: string }) => id);
}

/** under the version that he sees, if he sees the call at all */
export async function says(who: Person, id: string, noun: string, body: unknown): Promise<Answer> {
  const { headers } = await who.get(`/mystery-calls/${id}`);
  return who.post(`/mystery-calls/${id}/${noun}`, body, { "if-match": String(headers.etag ?? '"1"') });
}

/** 说了，收下了 */
export async function said(who: Person, id: string, noun: string, body: unknown) {
  const answer = await says(who, id, noun, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

export const rate = (who: Person, id: string, change: object = {}) =>
  said(who, id, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00", ...change });

export const rows = async (who: Person) => (await who.get(`/mystery-calls?month=${MONTH}`)).body.rows;

export const sentences = async (who: Person): Promise<string[]> =>
  (await who.get("/notices")).body.rows.map(({ sentence }: { sentence: string }) => sentence);
