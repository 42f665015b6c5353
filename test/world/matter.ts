/** 一件事的讲法: short ways to tell, through the interface, what happens to a matter. */
import { expect } from "vitest";
import type { Role } from "../../src/domain/access/role.ts";
import type { Answer, Hotline, Person } from "./hotline.ts";

export const matter = {
  type: "投诉",
  category: "h1",
  channel: "phone",
  place: "p-east",
  text: "三号楼电梯停运三天。",
  contact: { name: "欧阳测试", phone: "13800001234", address: "东河区测试路 1 号" },
};

export const ofMatter = (text: string) => ({ ...matter, text });

const desks: Role[] = ["agent", "dispatcher", "followUp", "supervisor", "office", "administrator", "leader", "analyst"];
const units = ["housing", "streets", "east", "east-osmanthus", "west", "bus"];

export interface Step {
  term: string;
  by: string;
  at: string;
  late: boolean;
  unit: string | null;
  texts: { of: string; text: string }[];
}

export type Story = Awaited<ReturnType<typeof Story>>;

/** 讲故事的人: everybody of the hotline, signed in. */
export async function Story(hotline: Hotline) {
  const people: Record<string, Person> = {};
  for (const role of desks) people[role] = await hotline.as(role);
  for (const unit of units) people[unit] = await hotline.as("liaison", unit);

  const sees = (who: string, path: string): Promise<Answer> => people[who]!.get(path);
  /** does it to what it sees now, and answers with whatever came of it */
  const tries = async (who: string, path: string, noun: string, body: unknown = {}): Promise<Answer> => {
    const { headers } = await sees(who, path);
    return people[who]!.post(`${path}/${noun}`, body, { "if-match": String(headers.etag ?? '"0"') });
  };
  const change = async (who: string, path: string, noun: string, body: unknown = {}): Promise<Answer> => {
    const answer = await tries(who, path, noun, body);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer;
  };
  const accepted = async (given: object = matter): Promise<string> => {
    const answer = await people.agent!.post("/requests", given);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body.id;
  };
  const say = (who: string, order: string, noun: string, body: unknown = {}) =>
    change(who, `/orders/${order}`, noun, body);
  return {
    people,
    accepted,
    change,
    tries: (who: string, order: string, noun: string, body: unknown = {}) => tries(who, `/orders/${order}`, noun, body),
    say,
    /** 签收并办结: as a unit does when nothing goes wrong */
    handled: async (unit: string, order: string): Promise<void> => {
      await say(unit, order, "acknowledgement");
      await say(unit, order, "resolution", { solved: true, internalText: null, publicText: "电梯已修复。" });
    },
    /** 电话回访: satisfied, and the matter is solved */
    rated: (order: string) =>
      say("followUp", order, "follow-up", { channel: "phone", rating: "satisfied", solved: true, text: null }),
    read: (who: string, order: string) => sees(who, `/orders/${order}`),
    trail: async (who: string, order: string): Promise<Step[]> => (await sees(who, `/orders/${order}/events`)).body,
    dispatched: async (unit: string, to: object = {}, given: object = {}): Promise<string> => {
      const id = await accepted({ ...matter, ...given });
      const { body } = await change("dispatcher", `/requests/${id}`, "dispatch", { unit, ...to });
      return body.id;
    },
  };
}
