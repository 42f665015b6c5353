/** 纸上的一个数: opens where it comes from, beside the paper. */
import { usePlace } from "../../shell/place.ts";
import { Open } from "../../ui/Open.tsx";

export function FigureLink({ text, figure }: { text: string; figure: string }) {
  const [place] = usePlace();
  return (
    <span className={place.figure === figure ? "bound chosen" : "bound"}>
      <Open place={{ ...place, figure }} label={`${text}，看出处`}>
        {text}
      </Open>
    </span>
  );
}
