/** 定分: with an objection it is upheld, with the sheet that stands from then on, or not; without one it is just settled. */
import { ratedKeys } from "../../domain/county/mysterySheet.ts";
import { UpheldField } from "../ui/UpheldField.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { CallForm, type Filling, type FormProps } from "./CallForm.tsx";
import { type Call, nothingTyped, points, ratingOf, type Sheet, type Typed } from "./data.ts";
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
        ...(Object.fromEntries(ratedKeys.map((key) => [key, points(sheet[key])])) as Pick<
          Typed,
          (typeof ratedKeys)[number]
        >),
      };

function Ruling({ call, value, set, tried }: Filling<Settling> & { call: Call }) {
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
function bodyOf({ upheld, text, ...typed }: Settling, { objection, full }: Call) {
  if (objection === null) return { upheld: null, sheet: null, text: null };
  const sheet = upheld ? ratingOf(typed, full) : null;
  const lacks = upheld === null || text.trim() === "" || (upheld && sheet === null);
  return lacks ? null : { upheld, sheet, text };
}

export const SettleForm = (form: FormProps) => {
  const { call } = form;
  return (
    <CallForm<Settling>
      {...form}
      term="定分"
      meta="定了才计入综合排名，不再改"
      words="定分"
      noun="settlement"
      first={{ ...typedOf(call.sheet), upheld: null, text: "" }}
      said="已定分，计入综合排名。"
      bodyOf={(value) => bodyOf(value, call)}
    >
      {(filling) => (call.objection ? <Ruling call={call} {...filling} /> : null)}
    </CallForm>
  );
};
