/** 一个来电: from the answer to the wrap-up, with all that is taken down in it. */
import { useEffect, useState } from "react";
import { useSuggestions } from "../request/data.ts";
import { useDraft } from "../shell/draft.ts";
import { CallBar } from "./CallBar.tsx";
import { CallerPanel } from "./CallerPanel.tsx";
import { useMine, useOngoing, useRested } from "./data.ts";
import { Ending } from "./Ending.tsx";
import { empty, type Given, isBlank } from "./given.ts";
import { IntakeForm } from "./IntakeForm.tsx";
import { Suggested } from "./Suggested.tsx";
import { WITHOUT_CALL } from "./words.ts";

/** 改一处; whatever is begun gets the key under which it will be sent. */
export type Change = (part: Partial<Given>) => void;

interface MatterProps {
  /** of the call, or that there is none */
  id: string;
  leave(): void;
}

export function Matter({ id, leave }: MatterProps) {
  const draft = useDraft<Given>(`call.${id}`, empty);
  // a draft from before a field came begins it empty
  const given = { ...empty, ...draft.value };
  const change: Change = (part) => {
    const latest = { ...empty, ...draft.latest() };
    draft.set({ ...latest, key: latest.key || crypto.randomUUID(), ...part });
  };
  const mine = useMine();
  const ongoing = useOngoing();
  const call = id === WITHOUT_CALL ? null : id;
  const onLine = mine !== null && mine.id === id ? mine : null;
  const [composes, setComposes] = useState(false);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState("");
  const [sheet, setSheet] = useState(0);
  // the number that rings is whose matter it is, unless he says otherwise
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once, when it is known
  useEffect(() => {
    if (onLine?.phone && given.phone === "") change({ phone: onLine.phone });
  }, [onLine?.phone]);
  const text = useRested(given.text, composes);
  const phone = useRested(given.phone, false);
  const place = given.place?.key ?? null;
  const suggestions = useSuggestions({ text, category: given.category?.key ?? null, place, urgent: given.urgent });
  /** 新的一张, for the same person */
  const anew = (sentence = "") => {
    const { phone, name } = draft.latest();
    draft.set({ ...empty, phone, name });
    setSheet(sheet + 1);
    setTried(false);
    setComposes(false);
    setSaid(sentence);
  };
  const end = () => {
    draft.clear();
    leave();
  };
  return (
    <>
      <CallBar
        {...{ call, onLine, known: ongoing.data !== undefined, unsent: !isBlank(given), leave: end }}
        setPhone={(number) => change({ phone: number })}
      />
      <p role="status" className={said ? "told" : undefined}>
        {said}
      </p>
      <div className="columns three">
        <CallerPanel phone={phone} place={given.place} />
        <IntakeForm
          key={sheet}
          {...{ given, change, call, tried, setComposes }}
          savedAt={draft.savedAt}
          promise={suggestions.data?.promise ?? null}
          drop={() => anew()}
        />
        <Suggested key={`beside ${sheet}`} {...{ given, change, suggestions }} />
      </div>
      <Ending {...{ given, change, call, tried, setTried, registered: anew }} />
    </>
  );
}
