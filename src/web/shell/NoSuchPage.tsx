import { Link } from "@tanstack/react-router";

export const NoSuchPage = ({ says }: { says: string }) => (
  <main id="main" className="gate">
    <h1>{says}</h1>
    <p>
      <Link to={"/" as never}>回我的工作台</Link>　<a href="/">看月报</a>
    </p>
  </main>
);
