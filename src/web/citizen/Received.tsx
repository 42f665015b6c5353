/** 收到了: the number and the code, large, to be kept. */
import { useState } from "react";
import { sentenceOf } from "../ui/sentence.ts";
import { go } from "./address.ts";
import { sendPhoto, type Ticket } from "./data.ts";
import { Heading } from "./Heading.tsx";
import { keepTicket } from "./ticket.ts";

/** 没有传上的, and why */
export interface Unsent {
  photo: File;
  error: unknown;
}

interface ReceivedProps {
  ticket: Ticket;
  /** 没收的: his words as they were when an earlier wording turned out to have arrived */
  left: string | null;
  unsent: Unsent[];
  hasPhone: boolean;
  /** whether anybody sends messages */
  sms: boolean;
}

const Left = ({ text }: { text: string }) => (
  <div className="told bad" role="alert">
    <p>您先前交的那一次已经收到，后来改的没有收。要改的请点“看进展”，写进“补充”。您后来写的是：</p>
    <p>{text}</p>
  </div>
);

function UnsentPhotos({ ticket, photos }: { ticket: Ticket; photos: Unsent[] }) {
  const [left, setLeft] = useState(photos);
  const [busy, setBusy] = useState(false);
  if (left.length === 0) return <p role="status">没有要传的照片了。</p>;
  const again = async () => {
    setBusy(true);
    const still: Unsent[] = [];
    for (const { photo } of left) await sendPhoto(ticket, photo).catch((error) => still.push({ photo, error }));
    setLeft(still);
    setBusy(false);
  };
  return (
    <div className="told bad" role="alert">
      <p>诉求已经收到，但有 {left.length} 张照片没有传上。</p>
      <ul>
        {left.map(({ photo, error }, at) => {
          const { sentence, next } = sentenceOf(error);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two photos may have one name
            <li key={`${at} ${photo.name}`}>
              “{photo.name}”：{sentence}
              {next}{" "}
              <button type="button" onClick={() => setLeft(left.filter((one) => one.photo !== photo))}>
                不传“{photo.name}”
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" aria-disabled={busy} onClick={() => busy || again()}>
        {busy ? "正在传…" : "再传一次"}
      </button>
    </div>
  );
}

export function Received({ ticket, left, unsent, hasPhone, sms }: ReceivedProps) {
  const { number, code } = ticket;
  return (
    <>
      <Heading title="收到了">收到了</Heading>
      <p>请截图或记下。查询码只给这一次，忘了请拨打 12345。</p>
      <dl className="ticket">
        <dt>编号</dt>
        <dd>{number}</dd>
        <dt>查询码</dt>
        <dd>{code}</dd>
      </dl>
      {left === null ? null : <Left text={left} />}
      {unsent.length > 0 ? <UnsentPhotos ticket={ticket} photos={unsent} /> : null}
      <p>
        {!hasPhone ? "您没有留电话，" : ""}
        {hasPhone && sms ? "有进展会发短信给您。" : "请凭编号和查询码来查进展。"}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="solid"
          onClick={() => {
            keepTicket(ticket);
            go("/citizen/progress");
          }}
        >
          看进展
        </button>
        <button type="button" onClick={() => go("/citizen")}>
          回首页
        </button>
      </div>
    </>
  );
}
