/** 采用次数: of one article month by month, of all in this month. */
import { thisMonth } from "../shell/clock.ts";
import { useMe } from "../shell/session.ts";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { type Article, useUses } from "./data.ts";

const monthWords = (month: string) => `${Number(month.slice(5))}月`;

/** bars beside their numbers: the longest is the most */
export function Months({ uses }: { uses: Article["uses"] }) {
  const most = Math.max(1, ...uses.map(({ times }) => times));
  const some = uses.slice(uses.findIndex(({ times }) => times > 0));
  if (uses.every(({ times }) => times === 0)) return <p className="in second">近十二个月没有采用过。</p>;
  return (
    <table className="in months">
      <tbody>
        {some.map(({ month, times }) => (
          <tr key={month}>
            <th scope="row">{monthWords(month)}</th>
            <td>
              <span className="bar" style={{ width: `${(times / most) * 100}%` }} />
            </td>
            <td className="number">{count(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MostUsed({ empty, open }: { empty: string; open(article: string): void }) {
  const { zone } = useMe().platform;
  const { data, error, refetch } = useUses(thisMonth(zone));
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="采用次数" />;
  if (data.rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <table className="list">
      <thead>
        <tr>
          <th>条目</th>
          <th className="number">次数</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map(({ article, title, times }) => (
          <tr key={article}>
            <td>
              <button type="button" className="link" onClick={() => open(article)}>
                {title}
              </button>
            </td>
            <td className="number">{count(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
