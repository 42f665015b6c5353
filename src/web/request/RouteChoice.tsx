/** 当事人该去的地方, by arrow keys; what he is told stands below. */
import { Radio } from "antd";
import { type RouteCode, routes, toldTo } from "../../domain/request/routes.ts";
import { Field } from "../ui/Field.tsx";
import "./request.css";

interface RouteChoiceProps {
  value: RouteCode | null;
  choose(route: RouteCode): void;
}

export const RouteChoice = ({ value, choose }: RouteChoiceProps) => (
  <Field label="为什么不受理，该去哪里">
    {(control) => (
      <>
        <Radio.Group
          {...control}
          aria-label="为什么不受理"
          className="routes"
          value={value}
          onChange={({ target }) => choose(target.value)}
          options={(Object.keys(routes) as RouteCode[]).map((route) => ({ value: route, label: routes[route].reason }))}
        />
        <p className="second">{value ? `告知：${toldTo(value)}` : ""}</p>
      </>
    )}
  </Field>
);
