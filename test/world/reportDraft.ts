/** 一份底稿: of a month in which one matter was told; what is written in it, and what is printed once the month is over. */
import { expect } from "vitest";
import type { Template } from "../../src/domain/report/template.ts";
import type { Answer, Hotline } from "./hotline.ts";
import { ofMatter, Story } from "./matter.ts";

export const month = "2022-10";
export const AT = `/report-drafts/${month}`;
export const accepted = { figure: "requests.accepted", form: "number", was: "1" } as const;

export interface Paragraph {
  name: string;
  version: number;
  parts: (string | { figure: string; form: string; was: string; now: string | null })[];
  edit: { changedBy: string } | null;
  rewritten: boolean;
  typed: { text: string }[];
}

export const paragraph = ({ body }: Answer, name: string): Paragraph =>
  body.blocks.find((block: Paragraph) => block.name === name);

/** 讲过一件事的一个月 */
export async function toldOnce(hotline: Hotline): Promise<Story> {
  const story = await Story(hotline);
  await story.accepted();
  return story;
}

/** 一分钟以后又来一件: the numbers move */
export async function anotherCame(hotline: Hotline, story: Story): Promise<void> {
  hotline.at(hotline.now() + 60_000);
  await story.accepted(ofMatter("路灯不亮。"));
}

/** 过完了: only a month that is over is frozen; whoever had signed in does so again */
export async function monthOver(hotline: Hotline): Promise<Story> {
  hotline.at("2022-11-01T09:00:00+08:00");
  return Story(hotline);
}

/** 看底稿、改底稿, by the people of the story as it then is */
export const drafting = (story: () => Story) => ({
  draft: async (who = "office"): Promise<Answer> => story().people[who]!.get(AT),
  write: (who: string, name: string, text: Template, version: number): Promise<Answer> =>
    story().people[who]!.post(`${AT}/paragraphs`, { paragraph: name, text }, { "if-match": `"${version}"` }),
  reset: (name: string, version: number): Promise<Answer> =>
    story().people.office!.post(`${AT}/resets`, { paragraph: name }, { "if-match": `"${version}"` }),
  arrange: (lines: { name: string; on: boolean }[], version: number): Promise<Answer> =>
    story().people.office!.post(`${AT}/contents`, { lines }, { "if-match": `"${version}"` }),
});

/** 定一版, with what its web page says */
export async function frozen({ people }: Story) {
  const made = await people.office!.post("/report-editions", { month });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const html = (await people.leader!.get(`/report-editions/${made.body.id}/files/html`)).raw.toString();
  return { id: made.body.id, html, text: html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, "") };
}
