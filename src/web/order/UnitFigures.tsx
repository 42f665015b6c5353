/** 本单位的数: one line; what excuses each other stands together. */
import { useQuery } from "@tanstack/react-query";
import { read } from "../shell/ask.ts";
import { NotYet } from "../ui/NotYet.tsx";
import { Rate } from "../ui/Rate.tsx";
import type { UnitFigures as Figures } from "./data.ts";

export function UnitFigures() {
  const figures = useQuery({
    queryKey: ["counts", "unit-figures"],
    queryFn: () => read<Figures>("/unit-desk/figures"),
    staleTime: 300_000,
  });
  const { data } = figures;
  if (!data)
    return (
      <p className="meta figures">
        <NotYet what="本月的数" of={figures} />
      </p>
    );
  return (
    <p className="meta figures">
      <span>本月（按回访时间计）</span>
      <Rate name="按时办结率" rate={data.onTime} />
      <Rate name="满意率" rate={data.satisfaction} />
      <Rate name="参评率" rate={data.response} />
    </p>
  );
}
