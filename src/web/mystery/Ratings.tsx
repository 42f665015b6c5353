/** 各人的评分 and what they come to; hidden from an inspector until he has given his own. */
import { ratedKeys, ratedNames } from "../../domain/county/mysterySheet.ts";
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { when } from "../ui/when.ts";
import { type Call, points, type Sheet, secondsWords } from "./data.ts";

interface Shown {
  head: string;
  sheet: Sheet;
}

const rows: [name: string, of: (sheet: Sheet) => string][] = [
  ["接通", ({ secondsToAnswer }) => secondsWords(secondsToAnswer)],
  ["接通情况", ({ connection }) => points(connection)],
  ...ratedKeys.map((key): [string, (sheet: Sheet) => string] => [ratedNames[key], (sheet) => points(sheet[key])]),
  ["合计", ({ total }) => points(total)],
];

function Table({ shown }: { shown: readonly Shown[] }) {
  return (
    <div className="wide">
      <table className="list still">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {shown.map(({ head }) => (
              <th scope="col" className="number" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of]) => (
            <tr key={name}>
              <td>{name}</td>
              {shown.map(({ head, sheet }) => (
                <td className="number" key={head}>
                  {of(sheet)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notes({ ratings }: { ratings: NonNullable<Call["ratings"]> }) {
  const { zone } = useMe().platform;
  return (
    <ul className="in">
      {ratings.map(({ by, calledAt, note }) => (
        <li key={`${by} ${calledAt}`}>
          {when(calledAt, zone)}拨打{by ? `　${actorWords(by)}` : ""}
          {note ? `：${note}` : ""}
        </li>
      ))}
    </ul>
  );
}

/** how one sheet came of several */
const COMPOSED: Record<number, string> = {
  2: "两人评的，各项（接通情况也是）取平均，半分进一。",
  3: "两人相差太远，以第三人的复评为准。",
};

export function Ratings({ call }: { call: Call }) {
  const { ratings, sheet, settlement } = call;
  if (ratings === null)
    return call.given > 0 ? <p className="panel empty">别的质检员已经评过。您评完以后才看得到。</p> : null;
  if (ratings.length === 0) return null;
  const each = ratings.map((one, at) => ({ head: `评分 ${at + 1}`, sheet: one }));
  const together = sheet ? [{ head: settlement ? "定分" : "合成", sheet }] : [];
  return (
    <section className="panel" aria-label="各人的评分">
      <header>
        <h2>各人的评分</h2>
      </header>
      <Table shown={[...each, ...together]} />
      {sheet && COMPOSED[ratings.length] ? (
        <p className="in meta">
          {COMPOSED[ratings.length]}
          {settlement?.upheld ? "异议成立，定分照改过的。" : ""}
        </p>
      ) : null}
      <Notes ratings={ratings} />
    </section>
  );
}
