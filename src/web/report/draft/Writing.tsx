/** 改一段: what is typed lies on this machine until it is saved; who was faster is told, with both texts side by side. */
import { useId, useRef, useState } from "react";
import { mayBeUnits, tellsOfMatters, typedIdentifying } from "../../../domain/report/identifying.ts";
import { type Template, wordsNow } from "../../../domain/report/template.ts";
import { typedNumbers } from "../../../domain/report/typedNumber.ts";
import { actorWords } from "../../order/actorWords.ts";
import { useDraft } from "../../shell/draft.ts";
import { useSend } from "../../shell/send.ts";
import { Act } from "../../ui/Act.tsx";
import { Hidden } from "../../ui/Hidden.tsx";
import { Sending } from "../../ui/Sending.tsx";
import { insertInto, templateIn } from "./chips.ts";
import { type DraftView, type Text, templateOf, useDraftChanged, writingOf } from "./data.ts";
import { FigurePicker } from "./FigurePicker.tsx";
import { called } from "./kinds.ts";
import { AlsoWriting } from "./WriterWords.tsx";
import { WritingBox } from "./WritingBox.tsx";
import { useSayWriting, type Writer } from "./writers.ts";

interface WritingProps {
  period: string;
  text: Text;
  /** others who have it open */
  writers: readonly Writer[];
  /** reads the draft again */
  again(): Promise<unknown>;
  close(): void;
}

interface Typing {
  text: Template;
  /** the version it was begun from */
  version: number;
}

export function Writing({ period, text: at, writers, again, close }: WritingProps) {
  const { kind, name, parts, written, version, edit } = at;
  const { change, box: label, save: verb, hint, none } = called[kind];
  useSayWriting(period, name);
  const hinted = useId();
  const box = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState(false);
  const draft = useDraft<Typing>(writingOf(period, name), { text: templateOf(parts), version });
  const [isFound] = useState(draft.savedAt !== null);
  const { text, version: seen } = draft.value;
  const changed = useDraftChanged(period);
  const sent = useSend<DraftView>([], (answer) => {
    changed(answer);
    draft.clear();
    close();
  });
  const drop = () => {
    draft.clear();
    close();
  };
  const typed = typedNumbers(text, templateOf(written ?? []));
  const identifying = typedIdentifying(text, templateOf(written ?? []));
  const quoted = (of: typeof identifying) => of.map(({ said }) => `“${said}”`).join("、");
  const [unsure, personal] = [true, false].map((may) => quoted(identifying.filter((one) => mayBeUnits(one) === may)));
  const save = () =>
    sent.send({ path: `/report-drafts/${period}/paragraphs`, body: { paragraph: name, text }, version: seen });
  const reset = () => sent.send({ path: `/report-drafts/${period}/resets`, body: { paragraph: name }, version: seen });
  const faster = seen !== version;
  return (
    <form className="form writing" aria-label={change} onSubmit={(event) => event.preventDefault()}>
      <AlsoWriting writers={writers} />
      {faster ? (
        <div className="warning" role="status">
          <p>
            <strong>{edit ? `${actorWords(edit.changedBy)} 刚改过这里` : "这里刚被改回原文"}</strong>
            ，现在是：
          </p>
          <p>{parts.length === 0 ? none : wordsNow(parts)}</p>
          <p>您写的还在下面。照着改好再存，存了就换成您写的；或者丢掉没存的，留他的。</p>
          <Act words="看过了，接着改" small onAct={() => draft.set({ text, version })} />
        </div>
      ) : null}
      {isFound ? <p className="meta">这是您写了没有存的，接着写就行。</p> : null}
      <WritingBox
        box={box}
        start={text}
        label={label}
        lines={kind === "notes"}
        describedBy={hinted}
        changed={(next) => draft.set({ text: next, version: seen })}
      />
      <p className="meta" id={hinted}>
        {hint}
      </p>
      {typed.length > 0 ? (
        <p className="warning" role="status">
          手写数字，没有出处：{typed.map((one) => one.text).join("、")}
          。能从数字表里放的请换成数字块；留着的，定稿前会列出来。
        </p>
      ) : null}
      {tellsOfMatters(name) ? (
        <Hidden found={identifying} />
      ) : (
        <>
          {personal ? (
            <p className="warning" role="status">
              能认出是谁、住在哪里：{personal}。请去掉，去掉了才能定稿。
            </p>
          ) : null}
          {unsure ? (
            <p className="warning" role="status">
              可能是谁的电话、住处：{unsure}。是单位自己的，可以留，定稿前会列出来；是个人的，请去掉。
            </p>
          ) : null}
        </>
      )}
      {picking ? (
        <FigurePicker
          period={period}
          put={(part) => {
            if (!box.current) return;
            insertInto(box.current, [part]);
            draft.set({ text: templateIn(box.current), version: seen });
          }}
        />
      ) : (
        <div className="row">
          {draft.savedAt === null ? null : <Act words="丢掉没存的" small busy={sent.busy} onAct={drop} />}
          <Act words="放进一个数" press="Alt+N" small onAct={() => setPicking(true)} />
          {edit && written ? <Act words="改回原文" small busy={sent.busy} onAct={reset} /> : null}
        </div>
      )}
      <Sending
        words={verb}
        sent={sent}
        submit={save}
        cancel={close}
        newest={() => {
          sent.forget();
          again();
        }}
      />
    </form>
  );
}
