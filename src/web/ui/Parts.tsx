/** 分栏: a desk of several parts, each its own page; what another had open is left behind. */
import type { ComponentType } from "react";
import { usePlace } from "../shell/place.ts";

export interface Part {
  key: string;
  name: string;
  Shown: ComponentType;
}

interface PartsProps {
  label: string;
  className: string;
  parts: readonly Part[];
}

export function Parts({ label, className, parts }: PartsProps) {
  const [place, go] = usePlace();
  const current = parts.find(({ key }) => key === place.part) ?? parts[0]!;
  const leave = Object.fromEntries(Object.keys(place).map((name) => [name, undefined]));
  return (
    <main id="main" className={className}>
      <nav className="panel queues" aria-label={label}>
        <ul>
          {parts.map(({ key, name }) => (
            <li key={key}>
              <button
                type="button"
                aria-current={key === current.key ? "true" : undefined}
                onClick={() => go({ ...leave, part: key })}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <current.Shown key={current.key} />
    </main>
  );
}
