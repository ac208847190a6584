#!/bin/sh
# Aligns the pairs of a manifest in shards with GNU parallel, on this machine or on many. Started again, it goes on.
#
#   parallel.sh LIST.tsv OUT SHARDS [OPTIONS OF PARALLEL…]
#   parallel.sh all.tsv out 500 --jobs 8
#   parallel.sh all.tsv out 500 --sshloginfile hosts --workdir .
#
# OUT/lexicon.tsv.gz is learnt from a sample if it is not there: every LEARN_FROM-th of the list, 1 (all) unless told.
set -eu

list=$1
out=$2
shards=$3
shift 3

mkdir -p "$out"
if [ ! -e "$out/lexicon.tsv.gz" ]; then
  duiqi learn --pairs "$list" --shard "1/${LEARN_FROM:-1}" -o "$out/lexicon.tsv.gz" || [ $? -eq 1 ]
fi

# A shard that is there is whole, for duiqi puts a file in place when it is finished. Exit code 1 means that some
# documents could not be read: the others are aligned, and the messages tell which.
# shellcheck disable=SC2016 # parallel puts the arguments in.
align='[ -e {2}/{4}-of-{3}.jsonl ] || duiqi align --pairs {1} --lexicon {2}/lexicon.tsv.gz --shard {4}/{3} \
  --jobs 1 -o {2}/{4}-of-{3}.jsonl || [ $? -eq 1 ]'
numbered=$(printf %05d "$shards")
seq -f %05.0f "$shards" |
  parallel "$@" --halt soon,fail=10% "$align" ::: "$list" ::: "$out" ::: "$numbered" :::: -

for shard in "$out"/*-of-"$numbered".jsonl; do cat "$shard"; done > "$out/all.jsonl"
