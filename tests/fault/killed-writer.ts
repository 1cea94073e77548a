import Database from 'better-sqlite3';
import { syncBuiltinESMExports } from 'node:module';
import fs from 'node:fs';
import { createLedger, openLedger } from '#db/open.ts';

/**
 * Child process: makes or opens a ledger and kills itself before its n-th step, a step being a call to the file system or
 * to SQLite. Ends in order when there are fewer steps.
 */
const [work = '', file = '', killAt = ''] = process.argv.slice(2);
let steps = 0;

function counted<Args extends unknown[], R>(call: (...args: Args) => R) {
  return function (this: unknown, ...args: Args): R {
    steps += 1;
    if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    return call.apply(this, args);
  };
}

fs.openSync = counted(fs.openSync);
fs.closeSync = counted(fs.closeSync);
fs.fsyncSync = counted(fs.fsyncSync);
fs.linkSync = counted(fs.linkSync);
fs.renameSync = counted(fs.renameSync);
fs.writeFileSync = counted(fs.writeFileSync);
syncBuiltinESMExports();
Database.prototype.exec = counted(Database.prototype.exec);
const countedPragma = counted(Database.prototype.pragma);
const ownPragma = Database.prototype.pragma;
Database.prototype.pragma = function (source, options) {
  const writes = /^(?:application_id|user_version) =/.test(source); // the others set up the connection and touch no file
  return (writes ? countedPragma : ownPragma).call(this, source, options);
};
Database.prototype.close = counted(Database.prototype.close);

/** Negative control: the name first, its content afterwards. */
function createUnderItsName(): void {
  fs.closeSync(fs.openSync(file, 'wx'));
  const connection = new Database(file);
  connection.exec('CREATE TABLE change_set (seq INTEGER PRIMARY KEY)');
  connection.close();
}

if (work === 'create') createLedger(file, '試験').close();
else if (work === 'create under its name') createUnderItsName();
else openLedger(file, { mode: 'write', actor: '試験' }).close();
