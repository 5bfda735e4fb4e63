"""Reads what Spark wrote, with DuckDB: how the archive is sourced, and which articles hang most on unnamed sources.

    python read.py RESULTS.parquet [RECORDS.jsonl]

With a second file, the records go there as lines, in the order of the archive.
"""

import sys

import duckdb

SOURCING = """
    SELECT count(*) AS articles, sum(claims) AS claims, round(avg(sources), 1) AS sources_an_article
    FROM results
"""

UNNAMED = """
    SELECT id, claims, round(100 * unnamedShare) AS percent_unnamed,
           record::JSON ->> '$.summary.sources[0].name' AS first_source
    FROM results ORDER BY unnamedShare DESC, id LIMIT 10
"""

IN_ORDER = "SELECT record FROM results ORDER BY filename, file_row_number"


def main(results: str, records: str | None = None) -> None:
    database = duckdb.connect()
    files = results.replace("'", "''")
    database.execute(
        f"CREATE VIEW results AS FROM read_parquet('{files}/*.parquet', filename = true, file_row_number = true)"
    )
    database.sql(SOURCING).show()
    database.sql(UNNAMED).show()
    if records:
        with open(records, "w", encoding="utf-8", newline="\n") as out:
            rows = database.execute(IN_ORDER)
            while batch := rows.fetchmany(1000):
                out.writelines(f"{record}\n" for (record,) in batch)


if __name__ == "__main__":
    main(*sys.argv[1:])
