/** 我要反映: one question a page, six pages; what is filled in stays, whichever way one goes. */
import { type FormEvent, type KeyboardEvent, useState, useSyncExternalStore } from "react";
import { retries } from "../shell/ask.ts";
import { actAsOne, sentNext } from "../shell/asOne.ts";
import { type Draft, useDraft } from "../shell/draft.ts";
import { composing } from "../shell/keys.ts";
import { go, useAddress } from "./address.ts";
import { type Form, newKey, sendPhoto, type Ticket } from "./data.ts";
import { Heading } from "./Heading.tsx";
import { type Answers, DRAFT, EMPTY, faultsOf, givenOf, type QuestionProps } from "./questions/answers.ts";
import { Check } from "./questions/Check.tsx";
import { Kind } from "./questions/Kind.tsx";
import { Phone } from "./questions/Phone.tsx";
import { Photos } from "./questions/Photos.tsx";
import { What } from "./questions/What.tsx";
import { Where } from "./questions/Where.tsx";
import { Received, type Unsent } from "./Received.tsx";
import { Told } from "./Told.tsx";

const pages: readonly [title: string, Question: (props: QuestionProps) => React.JSX.Element][] = [
  ["是什么事？", What],
  ["这件事属于哪一类？", Kind],
  ["在哪里？", Where],
  ["有照片吗？", Photos],
  ["怎样找到您？", Phone],
  ["请核对", Check],
];
const LAST = pages.length;

const pageAt = (page: number) => `/citizen/report?page=${page}`;

interface HandedIn {
  ticket: Ticket;
  left: string | null;
  unsent: Unsent[];
  hasPhone: boolean;
}

function useHandingIn(draft: Draft<Answers>, photos: File[]) {
  const [state, setState] = useState<{ busy: string; error: unknown }>({ busy: "", error: null });
  const [received, setReceived] = useState<HandedIn | null>(null);
  const handIn = async () => {
    setState({ busy: "正在交给热线…", error: null });
    try {
      const answers = draft.latest();
      const sent = sentNext(answers.sent ?? { key: newKey(), bodies: [] }, givenOf(answers));
      draft.set({ ...answers, sent });
      const { answer: ticket, isEarlier } = await actAsOne<Ticket>("/citizen/requests", sent);
      const unsent: Unsent[] = [];
      for (const [at, photo] of photos.entries()) {
        setState({ busy: `正在传第 ${at + 1} 张照片，共 ${photos.length} 张…`, error: null });
        await sendPhoto(ticket, photo).catch((error) => unsent.push({ photo, error }));
      }
      setReceived({ ticket, left: isEarlier ? answers.text : null, unsent, hasPhone: answers.phone.trim() !== "" });
      draft.clear();
      setState({ busy: "", error: null });
    } catch (error) {
      setState({ busy: "", error });
    }
  };
  return { ...state, received, handIn };
}

/** Enter chooses a word while an input method composes; it mustn't turn the page. */
const holdBack = (event: KeyboardEvent) => {
  if (event.key === "Enter" && composing(event.nativeEvent)) event.preventDefault();
};

export function Report({ form }: { form: Form | null }) {
  const asked = Number(useAddress().searchParams.get("page") ?? 1);
  const draft = useDraft<Answers>(DRAFT, EMPTY);
  const [photos, setPhotos] = useState<File[]>([]);
  const [tried, setTried] = useState(0);
  const { busy, error, received, handIn } = useHandingIn(draft, photos);
  const retry = useSyncExternalStore(retries.watch, retries.now);
  if (received) return <Received {...received} sms={form?.sms === true} />;
  // nobody comes past a page that lacks something
  const lacking = faultsOf.findIndex((fault) => Object.keys(fault(draft.value)).length > 0) + 1 || LAST;
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), lacking);
  const [title, Question] = pages[page - 1]!;
  const faults = tried === page ? faultsOf[page - 1]!(draft.value) : {};
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(page);
    if (Object.keys(faultsOf[page - 1]!(draft.value)).length > 0) return;
    if (page === LAST) handIn();
    else go(pageAt(page + 1));
  };
  return (
    <form onSubmit={next} onKeyDown={holdBack} noValidate>
      <p className="hint">
        第 {page} 页，共 {LAST} 页
      </p>
      <Heading title={title}>{title}</Heading>
      {error ? <Told error={error} /> : null}
      {Object.keys(faults).length > 0 ? (
        <div className="told bad" role="alert">
          {Object.values(faults).map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      <Question
        key={page}
        answers={draft.value}
        set={(change) => draft.set({ ...draft.value, ...change })}
        {...{ form, faults, photos, setPhotos }}
      />
      <div className="buttons">
        <button type="submit" className="solid" aria-disabled={busy !== ""}>
          {page === LAST ? "交给热线" : "下一页"}
        </button>
        <button type="button" onClick={() => (page === 1 ? go("/citizen") : go(pageAt(page - 1)))}>
          {page === 1 ? "回首页" : "上一页"}
        </button>
      </div>
      <p role="status">{retry > 0 ? `没有连上，填的都在，正在第 ${retry} 次重试…` : busy}</p>
    </form>
  );
}
