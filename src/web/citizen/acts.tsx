/** 当事人能做的: add, take back, rate; what may not be done says why instead of its form. */
import { type ReactNode, useRef, useState } from "react";
import { Refused } from "../shell/ask.ts";
import { newKey, type Progress, send, sendPhoto, type Ticket } from "./data.ts";
import { Choices, Entry, Line } from "./Entry.tsx";
import { PhotoPicker } from "./questions/Photos.tsx";
import { Told } from "./Told.tsx";

interface ActProps {
  ticket: Ticket;
  progress: Progress;
  done(progress: Progress): void;
}

/** Sends, and says what came of it. */
function useCitizenSend({ ticket, done }: ActProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = useRef(newKey());
  /** whether it is done */
  const run = async (noun: string, body: object, before?: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      await before?.();
      done(await send<Progress>(noun, { ...ticket, ...body }, key.current));
      key.current = newKey();
      return true;
    } catch (failed) {
      if (failed instanceof Refused) key.current = newKey();
      setError(failed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}

interface FoldProps {
  title: string;
  may: Progress["may"]["amend"];
  children: ReactNode;
}

/** 折着的一件事; one that can't be done says why. */
const Fold = ({ title, may, children }: FoldProps) => (
  <details>
    <summary>{title}</summary>
    <div>
      {may.allowed ? (
        children
      ) : (
        <p>
          {may.sentence}
          {may.next}
        </p>
      )}
    </div>
  </details>
);

export function Adding(props: ActProps) {
  const { ticket, progress } = props;
  const { busy, error, run } = useCitizenSend(props);
  const [text, setText] = useState("");
  const [photos, setPhotos] = useState<File[]>([]);
  const [lacking, setLacking] = useState(false);
  const submit = async () => {
    const sendPhotos = async () => {
      for (const photo of photos) await sendPhoto(ticket, photo);
      setPhotos([]);
    };
    if (text.trim() === "" && photos.length === 0) return setLacking(true);
    setLacking(false);
    const [noun, body] = text.trim() === "" ? ["progress", {}] : ["amendments", { text }];
    if (await run(noun as string, body as object, sendPhotos)) setText("");
  };
  return (
    <Fold title="补充" may={progress.may.amend}>
      {error ? <Told error={error} /> : null}
      <Entry label="要补充的话" fault={lacking ? "还没有写，也没有选照片。" : null}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Entry>
      <PhotoPicker photos={photos} setPhotos={setPhotos} />
      <button type="button" className="solid" aria-disabled={busy} onClick={submit}>
        {busy ? "正在交…" : "交补充"}
      </button>
    </Fold>
  );
}

export function TakingBack(props: ActProps) {
  const { busy, error, run } = useCitizenSend(props);
  const [text, setText] = useState("");
  return (
    <Fold title="撤回" may={props.progress.may.withdraw}>
      {error ? <Told error={error} /> : null}
      <p>撤回以后这件事不再办理。已经交给单位的，热线先和它核对。</p>
      <Line label="为什么撤回（可以不写）" maxLength={200} value={text} set={setText} />
      <button
        type="button"
        aria-disabled={busy}
        onClick={() => run("withdrawals", { text: text.trim() === "" ? null : text })}
      >
        {busy ? "正在交…" : "撤回这件事"}
      </button>
    </Fold>
  );
}

const ratings = [
  { value: "satisfied", words: "满意" },
  { value: "neutral", words: "一般" },
  { value: "dissatisfied", words: "不满意" },
] as const;

type Rated = (typeof ratings)[number]["value"];

/** 评价: by the link that the message has too, or here where the hotline answered by itself. */
export function Rating(props: ActProps) {
  const { progress } = props;
  const { busy, error, run } = useCitizenSend(props);
  const [rating, setRating] = useState<Rated | null>(null);
  const [lacking, setLacking] = useState(false);
  if (progress.survey)
    return (
      <p className="buttons">
        <a className="button solid" href={progress.survey}>
          给评价
        </a>
      </p>
    );
  if (!progress.may.rate.allowed) return null;
  return (
    <section aria-label="评价">
      <h2>您满意吗？</h2>
      {error ? <Told error={error} /> : null}
      <Choices<Rated>
        legend="对这次答复"
        name="rating"
        options={ratings}
        value={rating}
        set={setRating}
        fault={lacking && rating === null ? "请先选一个。" : null}
      />
      <button
        type="button"
        className="solid"
        aria-disabled={busy}
        onClick={() => (rating === null ? setLacking(true) : run("ratings", { rating }))}
      >
        交评价
      </button>
    </section>
  );
}
