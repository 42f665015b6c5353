/** 填的内容, as it lies on this machine until it is handed in. */
import { writtenFault } from "../../../domain/request/written.ts";
import type { Sendings } from "../../shell/asOne.ts";
import type { Form, Given } from "../data.ts";

export interface Answers {
  text: string;
  type: string | null;
  category: string | null;
  place: { code: string; name: string } | null;
  spot: string;
  name: string;
  phone: string;
  confidential: boolean;
  /** what went out already, of which nobody knows whether it arrived */
  sent: Sendings<Given> | null;
}

export const DRAFT = "citizen.report";
export const EMPTY: Answers = {
  ...{ text: "", type: null, category: null, place: null, spot: "" },
  ...{ name: "", phone: "", confidential: false, sent: null },
};

export interface QuestionProps {
  answers: Answers;
  set(change: Partial<Answers>): void;
  form: Form | null;
  /** what is wrong with a field of this page, by its name */
  faults: Partial<Record<keyof Answers, string>>;
  photos: File[];
  setPhotos(photos: File[]): void;
}

type Faults = QuestionProps["faults"];

const LONGEST = 2000;
const phoneLike = /^\+?[\d\s-]{5,24}$/;

/** 写得不对的: as the hotline would refuse it on the last page */
const unfit = <F extends keyof Answers>(field: F, text: string): Faults => {
  const fault = writtenFault(text);
  return fault === null ? {} : { [field]: `${fault}。` };
};

/** 每页的毛病, in the order of the pages */
export const faultsOf: readonly ((answers: Answers) => Faults)[] = [
  ({ text }) => {
    if (text.trim() === "") return { text: "还没有写是什么事。" };
    if (text.length > LONGEST) return { text: `写得太长，请不超过 ${LONGEST} 字，现在 ${text.length} 字。` };
    return unfit("text", text);
  },
  ({ type, category }) => ({
    ...(type === null ? { type: "请选一个。" } : {}),
    ...(category === null ? { category: "请选最接近的一个，工作人员会核对。" } : {}),
  }),
  ({ place, spot }) =>
    place === null && spot.trim() === "" ? { place: "请选一个地区，或者写清在哪里。" } : unfit("spot", spot),
  () => ({}),
  ({ name, phone }) => {
    const given = phone.normalize("NFKC").trim();
    return {
      ...unfit("name", name),
      ...(given === "" || phoneLike.test(given) ? {} : { phone: "这不像电话号码，请只写数字。" }),
    };
  },
  () => ({}),
];

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** 交出去的 */
export const givenOf = ({ text, type, category, place, spot, name, phone, confidential }: Answers): Given => ({
  ...{ text, type: type!, category: category!, confidential },
  ...{ place: place?.code ?? null, spot: orNull(spot), name: orNull(name), phone: orNull(phone) },
});
