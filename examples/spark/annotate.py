"""Annotates an archive with Spark: the command line is one stage of the job, on every worker.

    python annotate.py REPORTEDLY ARTICLES.jsonl RESULTS.parquet

Each row of the result holds the article's id, its summary in columns, and the whole record as the command line writes it.
"""

import json
import shlex
import sys

from pyspark.sql import Row, SparkSession


def row(line: str) -> Row:
    record = json.loads(line)
    summary = record["summary"]
    return Row(
        id=str(record["id"]),
        claims=summary["claims"],
        sources=len(summary["sources"]),
        unnamedShare=float(summary["unnamedShare"]),
        record=line,
    )


def main(reportedly: str, articles: str, results: str) -> None:
    spark = SparkSession.builder.appName("reportedly").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    # Each partition goes through a process of its own. One thread a process: Spark keeps the cores busy already.
    # Status 1 tells of lines that could not be read, which are left out; whatever else goes wrong ends the job.
    stage = shlex.join(["sh", "-c", '"$0" --jsonl || [ $? -eq 1 ]', reportedly])
    lines = spark.sparkContext.textFile(articles, minPartitions=8)
    annotated = lines.pipe(stage, env={"RAYON_NUM_THREADS": "1"}, checkCode=True)
    annotated.map(row).toDF().write.mode("overwrite").parquet(results)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
