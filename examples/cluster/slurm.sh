#!/bin/sh
#SBATCH --job-name=duiqi
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=1000M
#
# Aligns the pairs of a manifest in shards, each a task of a Slurm array. All nodes must see LIST, OUT and the documents.
#
#   sbatch --array=1-500 slurm.sh LIST.tsv OUT 500
#   sbatch --array=17,203 slurm.sh LIST.tsv OUT 500      again those that failed
#
# OUT/lexicon.tsv.gz must be there: see docs/cluster.md.
set -eu

list=$1
out=$2
shards=$(printf %05d "$3")
shard=$(printf %05d "$SLURM_ARRAY_TASK_ID")

# Exit code 1 means that some documents could not be read: the others are aligned, and the messages tell which.
duiqi align --pairs "$list" --lexicon "$out/lexicon.tsv.gz" --shard "$shard/$shards" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" -o "$out/$shard-of-$shards.jsonl" || [ $? -eq 1 ]
