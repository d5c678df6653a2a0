/** Kysely's view of a connection: every statement's error leaves it in Quoth's words. */
import type SqliteDatabase from 'better-sqlite3';
import { SqliteAdapter, SqliteDialect } from 'kysely';
import { translateError } from './translate-error.js';

/** SQLite can undo a change of tables, other than Kysely thinks: so a kill during a migration leaves nothing half made. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect for SQLite on an open connection. @param path for messages */
export class GuardedSqliteDialect extends SqliteDialect {
  constructor(connection: SqliteDatabase.Database, path: string) {
    super({ database: guardConnection(connection, path) });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

type SqliteDialectDatabase = Exclude<
  ConstructorParameters<typeof SqliteDialect>[0]['database'],
  (...parameters: never[]) => unknown
>;
type Statement = ReturnType<SqliteDialectDatabase['prepare']>;

function guardConnection(connection: SqliteDatabase.Database, path: string): SqliteDialectDatabase {
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw translateError(cause, path);
    }
  };
  /** Statements are asked for again and again, and Kysely keeps none. */
  const prepared = new Map<string, SqliteDatabase.Statement>();
  const prepareOnce = (sql: string): SqliteDatabase.Statement => {
    const known = prepared.get(sql);
    if (known !== undefined && !known.busy) return known;
    const statement = connection.prepare(sql);
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return {
    close: () => void connection.close(),
    prepare(sql): Statement {
      // A full disk has ended the transaction already; the second error would hide the first.
      if (sql === 'rollback' && !connection.inTransaction) return NOTHING;
      const statement = guard(() => prepareOnce(sql));
      return {
        reader: statement.reader,
        all: (parameters) => guard(() => statement.all(parameters)),
        run: (parameters) => guard(() => statement.run(parameters)),
        *iterate(parameters) {
          const rows = guard(() => statement.iterate(parameters) as IterableIterator<unknown>);
          try {
            for (;;) {
              const row = guard(() => rows.next());
              if (row.done === true) return;
              yield row.value;
            }
          } finally {
            rows.return?.();
          }
        },
      };
    },
  };
}

/** Statements kept; lists of ids of many lengths make many of them. */
const MOST_PREPARED = 200;

const NOTHING: Statement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};
