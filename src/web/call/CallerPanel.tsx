/** 来电人与此地, by the number that rings. */
import { History } from "../request/History.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { isNumber, useCaller } from "./data.ts";
import type { Chosen } from "./given.ts";

function Known({ phone, place }: { phone: string; place: Chosen | null }) {
  const { data, error, refetch } = useCaller(phone, place?.key ?? null);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="来电人的诉求" rows={6} />;
  return <History of={data} placeName={place?.name ?? null} />;
}

export function CallerPanel({ phone, place }: { phone: string; place: Chosen | null }) {
  return (
    <section className="panel" aria-label="来电人与此地">
      <header>
        <h2>来电人与此地</h2>
      </header>
      {isNumber(phone) ? (
        <Known phone={phone.trim()} place={place} />
      ) : (
        <p className="in second">没有号码。填了联系电话，这里显示他以前的诉求。</p>
      )}
    </section>
  );
}
