/** 矛盾的清单: each with how grave it is, how it was worked out, and where; what is open is marked. */
import { type Finding, type Place, severityColours } from "./data.ts";

interface FindingListProps {
  findings: readonly Finding[];
  /** the text stands beside it: a place leads there */
  shown?: { place: Place | null; show(finding: Finding, place: Place): void };
}

const percent = (confidence: number): string => `把握 ${Math.round(confidence * 100)}%`;

function Where({ finding, place, shown }: { finding: Finding; place: Place } & Pick<FindingListProps, "shown">) {
  const said = (
    <>
      {place.words}：“{place.text}”
    </>
  );
  if (!shown) return <span className="meta line">{said}</span>;
  return (
    <button
      type="button"
      className="place"
      aria-current={shown.place === place ? "true" : undefined}
      onClick={() => shown.show(finding, place)}
    >
      {said}
    </button>
  );
}

export const FindingList = ({ findings, shown }: FindingListProps) => (
  <ol className="in findings">
    {findings.map((finding) => {
      const { kindName, severity, severityName, confidence, message, arithmetic, places } = finding;
      return (
        <li key={`${message} ${places.map(({ words }) => words).join(" ")}`}>
          <p>
            <span className={`tag ${severityColours[severity]}`}>{severityName}</span> {kindName}：{message}
          </p>
          <p className="meta">
            算式：{arithmetic}　{percent(confidence)}
          </p>
          {places.map((place) => (
            <Where key={`${place.words} ${place.text}`} finding={finding} place={place} {...(shown ? { shown } : {})} />
          ))}
        </li>
      );
    })}
  </ol>
);
