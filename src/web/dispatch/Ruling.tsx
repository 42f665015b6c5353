/** 要裁定的工单: with what is disputed on top, and what the directory says filled in where it names another unit. */
import { useOrder } from "../order/data.ts";
import { OrderPane } from "../order/OrderPane.tsx";
import { OrderCase } from "./OrderCase.tsx";
import { useProposal } from "./proposals.ts";

interface RulingProps {
  id: string;
  first: readonly string[];
  always: readonly string[];
  done(said: string): void;
}

export function Ruling({ id, first, always, done }: RulingProps) {
  const { data: order } = useOrder(id);
  const { data: proposal } = useProposal(order?.request ?? null);
  const to = proposal?.unit && proposal.unit !== order?.lead ? { unit: proposal.unit, basis: proposal.words } : null;
  return (
    <OrderPane
      id={id}
      first={first}
      always={always}
      lead={(one) => <OrderCase order={one} />}
      {...(to ? { given: { acceptReturn: { to }, redispatch: to } } : {})}
      done={done}
    />
  );
}
