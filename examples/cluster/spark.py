"""Aligns pairs of texts with Spark. Not run by the project: no check has Spark. `duiqi pipe` itself is tested.

spark-submit spark.py PAIRS BEADS LEXICON

PAIRS holds a line of JSON for each pair: {"id": …, "zh": "…", "en": "…"}; BEADS becomes a folder with a line for each, in the
same order within a partition: {"id": …, "beads": […]} or {"id": …, "error": …}. LEXICON is what `duiqi learn` has written, at
a path that all machines see, with duiqi in their PATH.
"""

import shlex
import sys

from pyspark.sql import SparkSession

pairs, beads, lexicon = sys.argv[1:]
context = SparkSession.builder.appName("duiqi").getOrCreate().sparkContext

# One process for each partition: some thousand pairs make its start of a second or two cheap. Exit code 1 means that some pairs
# were answered with an error; anything else must stop the job.
align = f"duiqi pipe --lexicon {shlex.quote(lexicon)} || [ $? -eq 1 ]"
lines = context.textFile(pairs, minPartitions=4 * context.defaultParallelism)
lines.pipe(f"sh -c {shlex.quote(align)}", checkCode=True).saveAsTextFile(beads)
