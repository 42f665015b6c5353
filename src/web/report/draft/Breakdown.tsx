/** 分开看: the parts of a figure, by unit and by class; they add up to it. */
import { count } from "../../ui/number.ts";
import type { Origin } from "./data.ts";

type Of = Origin["breakdowns"][number];

const heads: Record<Of["of"], readonly string[]> = {
  share: ["件数", "占全部"],
  rate: ["分子", "分母", "比率"],
};

const adds: Record<Of["of"], string> = {
  share: "各行加起来就是这个数。",
  rate: "各行的分子、分母分别加起来，再除一次，就是这个数。",
};

const Part = ({ name, of, rows }: Of) => (
  <details>
    <summary>{name}</summary>
    <p className="meta">{adds[of]}</p>
    <table className="parts">
      <thead>
        <tr>
          <th scope="col">{name.replace("按", "")}</th>
          {heads[of].map((head) => (
            <th key={head} scope="col" className="right">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td className="right">{count(row.numerator)}</td>
            {of === "rate" ? <td className="right">{count(row.denominator)}</td> : null}
            <td className="right">{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

export const Breakdown = ({ breakdowns }: Pick<Origin, "breakdowns">) =>
  breakdowns.length === 0 ? null : (
    <section aria-label="分开看">
      <h3>分开看</h3>
      {breakdowns.map((one) => (
        <Part key={`${one.name} ${one.rows[0]?.name}`} {...one} />
      ))}
    </section>
  );
