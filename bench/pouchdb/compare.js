// Replicates the documents of a file through PouchDB: push to a server process, pull from it.
//
//   node compare.js serve FOLDER                 a server on a free port; says {"url": …}
//   node compare.js push|pull FILE FOLDER DATABASE  says {"seconds": …, "documents": …}
//
// DATABASE is the URL of a database on that server.  Databases are LevelDB on disk, PouchDB's own default on both sides.
"use strict";

const fs = require("fs");
const path = require("path");
const PouchDB = require("pouchdb");

const LOAD_AT_ONCE = 1000;

function say(message) {
  process.stdout.write(JSON.stringify(message) + "\n");
}

function database(folder, name) {
  fs.mkdirSync(folder, { recursive: true });
  return new PouchDB(path.join(folder, name));
}

async function load(db, file) {
  const documents = fs.readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  for (let start = 0; start < documents.length; start += LOAD_AT_ONCE) {
    const answers = await db.bulkDocs(documents.slice(start, start + LOAD_AT_ONCE));
    const refused = answers.find((answer) => answer.error);
    if (refused) throw new Error(`not loaded: ${JSON.stringify(refused)}`);
  }
}

function serve(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const Kept = PouchDB.defaults({ prefix: folder + path.sep });
  const app = require("express")();
  app.use(require("express-pouchdb")(Kept, { mode: "minimumForPouchDB", inMemoryConfig: true }));
  const server = app.listen(0, "127.0.0.1", () => say({ url: `http://127.0.0.1:${server.address().port}` }));
}

async function measure(direction, file, folder, url) {
  const remote = new PouchDB(url);
  const local = database(folder, direction);
  if (direction === "push") await load(local, file);
  const began = process.hrtime.bigint();
  const how = { batch_size: 500 };
  const result = direction === "push" ? await local.replicate.to(remote, how) : await local.replicate.from(remote, how);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const { doc_count: documents } = await (direction === "push" ? remote : local).info();
  if (!result.ok) throw new Error(`replication failed: ${JSON.stringify(result.errors)}`);
  await local.close();
  say({ seconds, documents });
  process.exit(0);
}

const [what, ...words] = process.argv.slice(2);
if (what === "serve") serve(words[0]);
else measure(what, ...words);
