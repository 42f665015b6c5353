/** 别人的工作台: whose it is, and where this role works; nothing of it is asked for. */
import { Link } from "@tanstack/react-router";
import { roleNames } from "../../domain/access/role.ts";
import type { Workplace } from "./workplaces.ts";

export const NotYours = ({ place, places }: { place: Workplace; places: readonly Workplace[] }) => (
  <main id="main" className="gate">
    <h1>“{place.name}”不归您使用</h1>
    <p>这一页由{place.roles.map((role) => roleNames[role]).join("、")}使用。您可以去：</p>
    <ul>
      {places.map(({ path, name, says }) => (
        <li key={path}>
          <Link to={path as never}>{name}</Link>　<span className="second">{says}</span>
        </li>
      ))}
    </ul>
  </main>
);
