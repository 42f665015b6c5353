/** 谁正在改, in words: at the head of the page, at the paragraph, and to whoever writes there himself. */
import { actorWords } from "../../order/actorWords.ts";
import { useMe } from "../../shell/session.ts";
import { when } from "../../ui/when.ts";
import type { DraftView } from "./data.ts";
import type { Writer } from "./writers.ts";

const names = (writers: readonly Writer[]) => writers.map(({ by }) => actorWords(by)).join("、");

/** 段旁 */
export const WritingMark = ({ writers }: { writers: readonly Writer[] }) =>
  writers.length === 0 ? null : <span className="tag blue">{names(writers)} 正在改</span>;

/** 页头: who is at work where, but for oneself */
export function AtWork({ draft, writers }: { draft: DraftView; writers: readonly Writer[] }) {
  const titleOf = (paragraph: string) => {
    const [section, ...way] = paragraph.split("/");
    if (section === "heading") return way.at(-1);
    return draft.contents.lines.find(({ name }) => name === section)?.path.at(-1);
  };
  const said = writers.map(({ by, paragraph }) => {
    const title = titleOf(paragraph);
    return `${actorWords(by)} 正在改${title ? `“${title}”` : "开头"}`;
  });
  return (
    <span className="meta" role="status" aria-label="谁正在改">
      {[...new Set(said)].join("；")}
    </span>
  );
}

/** 也在改: said before anything is saved; nobody is kept from writing */
export function AlsoWriting({ writers }: { writers: readonly Writer[] }) {
  const { zone } = useMe().platform;
  return (
    <div role="status">
      {writers.length === 0 ? null : (
        <p className="warning">
          {writers.map(({ by, since }) => `${actorWords(by)} 从 ${when(since, zone)} 起`).join("，")}
          也在改这一段。两位都能写；后存的存以前会看到先存的写了什么。最好先说一声。
        </p>
      )}
    </div>
  );
}
