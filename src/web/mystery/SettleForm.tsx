/** 定分: with an objection it is upheld, with the sheet that stands from then on, or not; without one it is just settled. */
import { useState } from "react";
import { ratedKeys } from "../../domain/county/mysterySheet.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Sending } from "../ui/Sending.tsx";
import { UpheldField } from "../ui/UpheldField.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { type Call, MYSTERY, nothingTyped, ratingOf, type Sheet, type Typed } from "./data.ts";
import type { FormProps } from "./RateForm.tsx";
import { SheetFields } from "./SheetFields.tsx";

interface Settling extends Typed {
  upheld: boolean | null;
  text: string;
}

/** begins with what the raters gave */
const typedOf = (sheet: Sheet | null): Typed =>
  sheet === null
    ? nothingTyped
    : {
        ...{ answered: sheet.secondsToAnswer !== null, seconds: sheet.secondsToAnswer },
        ...(Object.fromEntries(ratedKeys.map((key) => [key, sheet[key] / 100])) as Pick<
          Typed,
          (typeof ratedKeys)[number]
        >),
      };

function Ruling({
  call,
  value,
  set,
  tried,
}: {
  call: Call;
  value: Settling;
  set(value: Settling): void;
  tried: boolean;
}) {
  const { upheld, text } = value;
  return (
    <>
      <UpheldField value={upheld} set={(next) => set({ ...value, upheld: next })} tried={tried} />
      {upheld ? (
        <SheetFields full={call.full} value={value} set={(typed) => set({ ...value, ...typed })} tried={tried} />
      ) : null}
      <WordsField
        label="理由"
        value={text}
        set={(next) => set({ ...value, text: next })}
        fault={tried && text.trim() === "" ? "还差理由。" : null}
      />
    </>
  );
}

/** what is sent; null: something is still missing */
function bodyOf({ upheld, text, ...typed }: Settling, objected: boolean) {
  if (!objected) return { upheld: null, sheet: null, text: null };
  const sheet = upheld ? ratingOf(typed) : null;
  const lacks = upheld === null || text.trim() === "" || (upheld && sheet === null);
  return lacks ? null : { upheld, sheet, text };
}

export function SettleForm({ call, done, newest }: FormProps) {
  const objected = call.objection !== null;
  const draft = useDraft<Settling>(`mystery.settle.${call.id}`, { ...typedOf(call.sheet), upheld: null, text: "" });
  const [tried, setTried] = useState(false);
  const sent = useSend<Call>(MYSTERY, () => {
    draft.clear();
    done("已定分，计入综合排名。");
  });
  const body = bodyOf(draft.value, objected);
  const submit = () => {
    setTried(true);
    if (body) sent.send({ path: `/mystery-calls/${call.id}/settlement`, body, version: call.version });
  };
  return (
    <section className="panel" aria-label="定分">
      <header>
        <h2>定分</h2>
        <span className="meta">定了才计入综合排名，不再改</span>
      </header>
      <form className="form in" aria-label="定分" onSubmit={(event) => event.preventDefault()}>
        {objected ? <Ruling call={call} value={draft.value} set={draft.set} tried={tried} /> : null}
        <Sending
          words="定分"
          sent={sent}
          submit={submit}
          cancel={null}
          newest={() => {
            newest();
            sent.forget();
          }}
        />
      </form>
    </section>
  );
}
