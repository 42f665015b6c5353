/** 填表上报: the whole month, then its days if one likes; what contradicts itself is said before it is sent. */
import { useId } from "react";
import { dayWords } from "../../domain/calendar/civil.ts";
import { daysOf } from "../../domain/calendar/month.ts";
import { type DataFinding, findingNames, findingsIn } from "../../domain/county/findings.ts";
import {
  type CountKey,
  countKeys,
  countNames,
  figuresOf,
  type RateKey,
  rateKeys,
  rateNames,
} from "../../domain/county/items.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { type Entry, faultIn, numberIn } from "../ui/entry.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { Sending } from "../ui/Sending.tsx";
import type { FormProps } from "../ui/WordsForm.tsx";
import { DayFields, dayParts, type TypedDay } from "./DayFields.tsx";
import { COUNTIES, type Delivery, pathOf, type Report } from "./data.ts";
import { FindingWords } from "./FindingList.tsx";

export type Filled = Pick<Delivery, CountKey | RateKey | "days">;
/** half a rate is filled in one after the other */
type Halves = { numerator: Entry; denominator: Entry };
type Typed = Record<CountKey, Entry> & Record<RateKey, Halves> & { days: TypedDay[] };

const none: Halves = { numerator: null, denominator: null };

const typedOf = (delivery: Delivery | undefined): Typed => ({
  ...{ offered: delivery?.offered ?? null, answered: delivery?.answered ?? null, days: delivery?.days ?? [] },
  ...{ firstContact: delivery?.firstContact ?? none, onTime: delivery?.onTime ?? none },
  ...{ followUp: delivery?.followUp ?? none, satisfaction: delivery?.satisfaction ?? none },
});

const countIn = (entry: Entry) => numberIn(entry, { kind: "count" });

function wholeOf(typed: Halves) {
  const [numerator, denominator] = [countIn(typed.numerator), countIn(typed.denominator)];
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

const dayOf = ({ date, offered, answered, accepted, firstContact }: TypedDay) => ({
  ...{ date, offered: countIn(offered), answered: countIn(answered) },
  ...{ accepted: countIn(accepted), firstContact: countIn(firstContact) },
});

const filledOf = ({ offered, answered, days, firstContact, onTime, followUp, satisfaction }: Typed): Filled => ({
  ...{ offered: countIn(offered), answered: countIn(answered), days: days.map(dayOf) },
  ...{ firstContact: wholeOf(firstContact), onTime: wholeOf(onTime) },
  ...{ followUp: wholeOf(followUp), satisfaction: wholeOf(satisfaction) },
});

/** each number that can be filled in, with its name */
const entriesIn = (typed: Typed): [name: string, entry: Entry][] => [
  ...countKeys.map((key): [string, Entry] => [countNames[key], typed[key]]),
  ...rateKeys.flatMap((key): [string, Entry][] => [
    [rateNames[key].numerator, typed[key].numerator],
    [rateNames[key].denominator, typed[key].denominator],
  ]),
  ...typed.days.flatMap((day) =>
    dayParts.map(([key, name]): [string, Entry] => [`${dayWords(day.date)}${name}`, day[key]]),
  ),
];

/** what can't be taken; nothing is sent before it is set right */
const unreadIn = (typed: Typed): string[] =>
  entriesIn(typed).flatMap(([name, entry]) => (faultIn(entry, { kind: "count" }) ? [name] : []));

const isHalf = (rate: Halves) => (countIn(rate.numerator) === null) !== (countIn(rate.denominator) === null);

/** what the form alone can tell; the rest is found when it has been delivered */
const selfCheck = (filled: Filled, month: string): DataFinding[] =>
  findingsIn({
    ...{ delivered: filled, days: filled.days, calendar: daysOf(month) },
    ...{ before: null, late: null, handedOver: 0, jump: { percent: 0, points: 0 } },
  });

function Figures({ value, set }: { value: Typed; set(value: Typed): void }) {
  return (
    <div className="figures-form">
      <span className="name second">来电</span>
      {countKeys.map((key) => (
        <NumberField
          key={key}
          kind="count"
          label={countNames[key]}
          value={value[key]}
          set={(next) => set({ ...value, [key]: next })}
        />
      ))}
      {rateKeys.map((key) => {
        const { name, numerator, denominator } = rateNames[key];
        const change = (part: Partial<Halves>) => set({ ...value, [key]: { ...value[key], ...part } });
        return [
          <span key={key} className="name second">
            {name}
          </span>,
          <NumberField
            key={`${key} numerator`}
            kind="count"
            label={numerator}
            value={value[key].numerator}
            set={(next) => change({ numerator: next })}
          />,
          <NumberField
            key={`${key} denominator`}
            kind="count"
            label={denominator}
            value={value[key].denominator}
            set={(next) => change({ denominator: next })}
          />,
        ];
      })}
    </div>
  );
}

interface SelfCheckProps {
  findings: readonly DataFinding[];
  half: string[];
  unread: string[];
}

function SelfCheck({ findings, half, unread }: SelfCheckProps) {
  const id = useId();
  return (
    <div role="status" aria-labelledby={id}>
      <p className="second" id={id}>
        自查
      </p>
      {unread.length > 0 ? <p className="warning">{unread.join("、")}填得不对，改正了才能上报。</p> : null}
      {half.length > 0 ? <p className="warning">{half.join("、")}只填了一半：两个数要么都填，要么都不填。</p> : null}
      {findings.length === 0 && half.length === 0 && unread.length === 0 ? <p>没有查出问题。</p> : null}
      <ul className="findings">
        {findings.map((one) => (
          <li key={one.sentence}>
            <FindingWords {...one} kindName={findingNames[one.kind]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function DeliverForm({ report, done, close, newest }: FormProps & { report: Report }) {
  const { month, version } = report;
  const path = pathOf(report);
  const draft = useDraft<Typed>(`county${path}`, typedOf(report.deliveries[0]));
  const sent = useSend(COUNTIES, () => {
    draft.clear();
    done(version === 0 ? "已上报。" : "已更正，旧的一版留着。");
  });
  const filled = filledOf(draft.value);
  const unread = unreadIn(draft.value);
  // a number that can't be read yet would be told as one that is missing
  const half =
    unread.length > 0 ? [] : rateKeys.filter((key) => isHalf(draft.value[key])).map((key) => rateNames[key].name);
  const findings = unread.length > 0 ? [] : selfCheck(filled, month);
  const isEmpty = unread.length === 0 && figuresOf(filled).every((one) => one === null);
  const submit = () => {
    if (half.length === 0 && unread.length === 0) sent.send({ path, body: filled, version });
  };
  return (
    <section className="panel" aria-label="上报">
      <header>
        <h2>{version === 0 ? "上报" : "更正"}</h2>
        <span className="meta">不报的项目空着</span>
      </header>
      <form className="form in" aria-label="上报" onSubmit={(event) => event.preventDefault()} autoComplete="off">
        <Figures value={draft.value} set={draft.set} />
        <DayFields month={month} days={draft.value.days} set={(days) => draft.set({ ...draft.value, days })} />
        {isEmpty ? null : <SelfCheck findings={findings} half={half} unread={unread} />}
        <Sending
          words={version === 0 ? "上报" : "更正"}
          sent={sent}
          submit={submit}
          cancel={close}
          newest={() => {
            newest();
            sent.forget();
          }}
        />
      </form>
    </section>
  );
}
