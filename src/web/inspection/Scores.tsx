/** 评分 as they were given; hidden from an inspector until he has given his own. */
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { when } from "../ui/when.ts";
import { points, type Sample } from "./data.ts";

type Score = NonNullable<Sample["scores"]>[number];

function One({ score }: { score: Score }) {
  const { zone } = useMe().platform;
  return (
    <section className="panel" aria-label="评分">
      <header>
        <h2>
          {points(score.points)} / {points(score.full)} 分
        </h2>
        <span className="end meta">
          {actorWords(score.by)}　{when(score.at, zone)}
        </span>
      </header>
      <table className="list scores">
        <thead>
          <tr>
            <th>项目</th>
            <th>评定</th>
            <th className="number">得分</th>
          </tr>
        </thead>
        <tbody>
          {score.items.map((item) => (
            <tr key={item.key} className={item.points < item.full ? "less" : undefined}>
              <td>{item.name}</td>
              <td>{item.level}</td>
              <td className="number">
                {points(item.points)} / {points(item.full)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {score.note ? <p className="in">{score.note}</p> : null}
    </section>
  );
}

export function Scores({ sample }: { sample: Sample }) {
  if (sample.scores === null)
    return sample.state === "waiting" ? null : <p className="panel empty">别的质检员已经评过。您评完以后才看得到。</p>;
  return sample.scores.map((score) => <One key={score.by} score={score} />);
}
