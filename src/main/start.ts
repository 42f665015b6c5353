/** `npm start`: the command `start`, with whatever options follow. */
process.argv.splice(2, 0, "start");
await import("./rexian.ts");
