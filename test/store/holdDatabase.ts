/** A process of its own that opens a data folder, says so, and holds it until its input ends. */
import { migrate } from "../../src/store/migrate.ts";
import { openEmbedded } from "../../src/store/open.ts";
import { testKeys } from "../world/keys.ts";

try {
  const { db, lock } = await openEmbedded(process.argv[2]!, testKeys, (made) => migrate(made, [], 0).then(() => {}));
  lock.announce("/tmp/socket");
  console.log("held");
  process.stdin.resume().on("end", () => db.close());
} catch (error) {
  console.log((error as { refused: { refused: string } }).refused.refused);
}
