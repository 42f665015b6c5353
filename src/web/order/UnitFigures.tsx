/** 本单位的数: one line; what excuses each other stands together. */
import { useQuery } from "@tanstack/react-query";
import { read } from "../shell/ask.ts";
import { Rate } from "../ui/Rate.tsx";
import type { UnitFigures as Figures } from "./data.ts";

export function UnitFigures() {
  const { data } = useQuery({
    queryKey: ["counts", "unit-figures"],
    queryFn: () => read<Figures>("/unit-desk/figures"),
    staleTime: 300_000,
  });
  if (!data) return <p className="meta figures">正在取本月的数…</p>;
  return (
    <p className="meta figures">
      <span>本月（按回访时间计）</span>
      <Rate name="按时办结率" rate={data.onTime} />
      <Rate name="满意率" rate={data.satisfaction} />
      <Rate name="参评率" rate={data.response} />
    </p>
  );
}
