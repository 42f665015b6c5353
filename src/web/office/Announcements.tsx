/** 通知单位: a short text to the liaisons of some units or of all; below it what was sent, and who hasn't read it. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Input, Radio } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { announcementPage } from "../../contract/notice/announcement.ts";
import { read } from "../shell/ask.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { count } from "../ui/number.ts";
import { PickUnits } from "../ui/pickers.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";

type Page = z.output<typeof announcementPage>;
type Announcement = Page["rows"][number];

interface Written {
  everybody: boolean;
  units: string[];
  text: string;
}
const EMPTY: Written = { everybody: false, units: [], text: "" };

const lacking = ({ everybody, units, text }: Written): string | null => {
  if (text.trim() === "") return "还差通知的内容。";
  return everybody || units.length > 0 ? null : "还差发给哪些单位。";
};

export function AnnouncementForm() {
  const draft = useDraft<Written>("announcement", EMPTY);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState("");
  const { everybody, units, text } = draft.value;
  const set = (change: Partial<Written>) => draft.set({ ...draft.value, ...change });
  const { send, error, busy } = useSend<Announcement>(["announcements"], (sent) => {
    draft.clear();
    setTried(false);
    setSaid(`已通知 ${sent.units.length} 个单位。`);
  });
  const lacks = lacking(draft.value);
  const submit = () => {
    setTried(true);
    if (!lacks) send({ path: "/announcements", body: { units: everybody ? null : units, text } });
  };
  return (
    <section className="panel" aria-label="通知单位">
      <header>
        <h2>通知单位</h2>
      </header>
      <form className="form in" onSubmit={(event) => event.preventDefault()}>
        {error ? <Failure error={error} again={submit} /> : null}
        <p role="status" className={said ? "told" : undefined}>
          {said}
        </p>
        <Radio.Group
          aria-label="发给谁"
          optionType="button"
          options={[
            { value: false, label: "几个单位" },
            { value: true, label: "全部单位" },
          ]}
          value={everybody}
          onChange={({ target }) => set({ everybody: target.value })}
        />
        {everybody ? null : (
          <Field label="发给哪些单位" fault={tried && units.length === 0 ? "还差发给哪些单位。" : null}>
            {({ id }) => (
              <PickUnits
                {...{ id, label: "发给哪些单位", placeholder: "输入名称或简称，可选几个" }}
                value={units}
                set={(next) => set({ units: next })}
              />
            )}
          </Field>
        )}
        <Field
          label="内容"
          hint="联络员在平台上看到；电话号码、证件号会遮去。"
          fault={tried && text.trim() === "" ? "还差通知的内容。" : null}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={500}
              showCount
              value={text}
              onChange={({ target }) => set({ text: target.value })}
            />
          )}
        </Field>
        <div className="row">
          <Act words="发出通知" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        </div>
      </form>
    </section>
  );
}

function Sent({ one: { sentence, at, units } }: { one: Announcement }) {
  const { platform } = useMe();
  const unread = units.filter(({ readAt }) => readAt === null);
  return (
    <li>
      <p>{sentence}</p>
      <p className="second">
        <span className="meta">{when(at, platform.zone)}　</span>
        {unread.length === 0
          ? `${count(units.length)} 个单位都读了`
          : `${count(units.length)} 个单位，${count(unread.length)} 个没有读`}
      </p>
      {unread.length > 0 ? (
        <details>
          <summary>没有读的单位</summary>
          <p className="second">{unread.map(({ unitName }) => unitName).join("、")}</p>
        </details>
      ) : null}
    </li>
  );
}

export function AnnouncementList() {
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["announcements"],
    queryFn: ({ pageParam, signal }) => read<Page>("/announcements", { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="发过的通知" />;
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="empty">还没有发过通知。在右边写一条。</p>;
  return (
    <>
      <ul className="sent">
        {rows.map((one) => (
          <Sent key={one.id} one={one} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className="in">
          <Act words="再列一些" small onAct={() => fetchNextPage()} />
        </div>
      ) : null}
    </>
  );
}
