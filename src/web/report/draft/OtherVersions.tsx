/** 换一种口径看: the figure beside what it would be under other versions of its rule; only to look at. */
import { Failure } from "../../ui/Failure.tsx";
import { count } from "../../ui/number.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { type Otherwise, useOtherwise } from "./data.ts";

type Version = NonNullable<Otherwise["now"]>;

const Row = ({ version, own }: { version: Version; own: boolean }) => {
  const { text, numerator, denominator, words, source } = version;
  return (
    <tr>
      <th scope="row">
        {own ? <span className="tag blue">本期</span> : null} {words}
        <span className="meta line">{source}</span>
      </th>
      <td className="right">
        <strong>{text}</strong>
        {numerator !== null && denominator !== null ? (
          <span className="meta line">
            {count(numerator)} ÷ {count(denominator)}
          </span>
        ) : null}
      </td>
    </tr>
  );
};

function Versions({ now, others }: Otherwise) {
  if (!now) return <p className="meta">这个数不随口径变。</p>;
  if (others.length === 0) return <p className="meta">规则库里只有这一种口径。</p>;
  return (
    <table className="parts">
      <thead>
        <tr>
          <th scope="col">口径</th>
          <th scope="col" className="right">
            这个数
          </th>
        </tr>
      </thead>
      <tbody>
        <Row version={now} own />
        {others.map((version) => (
          <Row key={`${version.from} ${version.words}`} version={version} own={false} />
        ))}
      </tbody>
    </table>
  );
}

export function OtherVersions({ period, figure }: { period: string; figure: string }) {
  const { data, error, refetch } = useOtherwise(period, figure);
  return (
    <section aria-label="换一种口径看">
      <div className="row">
        <h3>换一种口径看</h3>
        <span className="meta">只看，不改本期</span>
      </div>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? <Versions {...data} /> : error ? null : <Waiting what="别的口径" rows={2} />}
    </section>
  );
}
